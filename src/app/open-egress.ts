import type { DataSource } from 'typeorm';
import { createDatabaseHostGate } from '../ingestion/poll/database-host-gate';
import type { Config } from '../platform/config';
import { createEgress, type Egress } from '../platform/egress/egress';

/** The client for everything that leaves, polite together with all other processes on the same database. */
export function openEgress(database: DataSource, config: Pick<Config, 'egressAllow' | 'userAgentContact' | 'pollLeaseSeconds'>): Egress {
  const gate = createDatabaseHostGate(database, { leaseMs: Math.min(15_000, config.pollLeaseSeconds * 1_000) });
  return createEgress({ allow: config.egressAllow, contact: config.userAgentContact, gate });
}
