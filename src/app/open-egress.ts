import type { DataSource } from 'typeorm';
import { createDatabaseHostGate } from '../ingestion/poll/database-host-gate';
import type { Config } from '../platform/config';
import { createEgress, type Egress } from '../platform/egress/egress';
import { createMemoryHostGate } from '../platform/egress/memory-host-gate';

/** The client for everything that leaves, polite together with all other processes on the same database. */
export function openEgress(database: DataSource, config: Pick<Config, 'egressAllow' | 'userAgentContact' | 'pollLeaseSeconds'>): Egress {
  const gate = createDatabaseHostGate(database, { leaseMs: Math.min(15_000, config.pollLeaseSeconds * 1_000) });
  return createEgress({ allow: config.egressAllow, contact: config.userAgentContact, gate });
}

/**
 * The client for webhooks. Who registered an address wants what is sent there, so one change follows the other without the pause that feeds get; still
 * one at a time for each host, and a host that answers 429 is left alone.
 */
export function openWebhookEgress(config: Pick<Config, 'egressAllow' | 'userAgentContact'>): Egress {
  return createEgress({ allow: config.egressAllow, contact: config.userAgentContact, gate: createMemoryHostGate({ gapMs: 0 }) });
}
