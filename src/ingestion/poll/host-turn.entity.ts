import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Who is at a host now, and from when on the next may come: what keeps many processes polite together. */
@Entity('host_turn')
export class HostTurn {
  @PrimaryColumn('text')
  host!: string;

  @Column('uuid', { nullable: true })
  holder!: string | null;

  /** Until when the turn counts if its holder never comes back. */
  @Column('timestamp with time zone', { precision: 3, nullable: true })
  takenUntil!: Date | null;

  @Column('timestamp with time zone', { precision: 3, default: () => 'now()' })
  freeAt!: Date;

  @Column('integer', { default: 0 })
  pushbacks!: number;
}
