import type { DataSource } from 'typeorm';
import type { Role } from './api-key.entity';
import type { Egress } from './egress/egress';
import type { Reader } from './replicas';

/** Who asks: the holder of an API key, or anyone. */
export interface Caller {
  keyId: string | null;
  role: Role | null;
}

/** What every resolver of one request has at hand. */
export interface Context {
  database: DataSource;
  caller: Caller;
  /** The one client for what leaves; absent where nothing may leave. */
  egress?: Egress;
  /** Where a query may read; the primary unless given. */
  reads?: Reader;
}
