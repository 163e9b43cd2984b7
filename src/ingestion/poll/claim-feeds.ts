import type { DataSource } from 'typeorm';

/** A feed that is ours to poll until its lease ends. */
export interface ClaimedFeed {
  id: string;
  url: string;
  host: string;
}

/** What a worker claims. */
export interface Claim {
  /** At most so many. */
  most: number;
  /** The hosts that this worker is at already: one feed of a host at a time. */
  busyHosts: string[];
  /** After so many seconds a claim that is not renewed counts no more. */
  leaseSeconds: number;
}

/**
 * Claims feeds that are due, one a host, those due longest first. Any number of workers may do so at once: none waits for another, and no feed goes
 * to two. A worker that dies leaves its feeds to the others when the lease has run out.
 *
 * Feeds of a host that still owes us the better part of its pause are left for a later call: 16 polls that wait for the next second of their hosts
 * would keep all others waiting (1,000 feeds at 266 hosts took 63 s with them, and half of that without).
 */
export async function claimDueFeeds(db: DataSource, { most, busyHosts, leaseSeconds }: Claim): Promise<ClaimedFeed[]> {
  const [claimed] = await db.query<[ClaimedFeed[], number]>(
    `update feed f set claimed_until = now() + $3 * interval '1 second'
     from (
       select id from feed
       where id in (
           select distinct on (host) id from feed
           where next_poll_at <= now() and status in ('ACTIVE', 'FAILING') and (claimed_until is null or claimed_until < now()) and host <> all($2)
             and not exists (select from host_turn t where t.host = feed.host and t.free_at between now() + interval '0.1 seconds' and now() + interval '10 seconds')
           order by host, next_poll_at, id
         )
         and next_poll_at <= now() and status in ('ACTIVE', 'FAILING') and (claimed_until is null or claimed_until < now())
       order by next_poll_at, id limit $1 for update skip locked
     ) due
     where f.id = due.id returning f.id, f.url, f.host`,
    [most, busyHosts, leaseSeconds],
  );
  return claimed;
}

/** Keeps the claims of feeds that are still being polled. */
export async function renewClaims(db: DataSource, ids: string[], leaseSeconds: number): Promise<void> {
  await db.query(`update feed set claimed_until = now() + $2 * interval '1 second' where id = any($1) and claimed_until is not null`, [
    ids,
    leaseSeconds,
  ]);
}

/** Gives up claims without having polled, so that others may. */
export async function dropClaims(db: DataSource, ids: string[]): Promise<void> {
  if (ids.length) await db.query(`update feed set claimed_until = null where id = any($1)`, [ids]);
}
