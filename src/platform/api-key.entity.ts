import { Check, Column, Entity, PrimaryColumn, Unique } from 'typeorm';

/** What the holder of a key may do; each role may also do what the ones before it may. */
export enum Role {
  INGESTOR = 'INGESTOR',
  EDITOR = 'EDITOR',
  ADMIN = 'ADMIN',
}

/** A key for writing. The secret itself is never stored, only its SHA-256. */
@Entity('api_key')
@Check('api_key_role', `role in ('INGESTOR', 'EDITOR', 'ADMIN')`)
@Unique('api_key_secret_hash', ['secretHash'])
export class ApiKey {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  name!: string;

  @Column('text')
  role!: Role;

  @Column('text')
  secretHash!: string;

  @Column('timestamp with time zone', { precision: 3, default: () => 'now()' })
  createdAt!: Date;

  @Column('timestamp with time zone', { precision: 3, nullable: true })
  revokedAt!: Date | null;
}
