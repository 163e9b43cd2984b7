import { portOf } from './allow-list';

/** What a host's answer means for those who come after. */
export interface Farewell {
  /** The host asked to be left alone: 429, or 503 with Retry-After. */
  pushedBack: boolean;
  /** For how many seconds, if it said so. */
  retryAfter: number | null;
}

/** Ends one's turn at a host. A second call does nothing. */
export type Leave = (farewell: Farewell) => void | Promise<void>;

/** How one waits at a gate. */
export interface Waiting {
  /** The latest time at which a turn is of use, in milliseconds since 1970. */
  latest: number;
  signal?: AbortSignal;
}

/**
 * Keeps us polite: at any time one of us at most is at a host, with a pause between two, and nobody while the host wants to be left alone.
 * The one in memory keeps this for one process; one in the database can keep it for many.
 */
export interface HostGate {
  /**
   * Waits for a turn at a host, first come, first served.
   *
   * @throws HostClosed  as soon as it is known that no turn will come before `latest`
   */
  enter(host: string, waiting: Waiting): Promise<Leave>;
}

/** No turn at a host will come in time. */
export class HostClosed extends Error {
  override name = 'HostClosed';

  constructor(
    readonly host: string,
    /** The earliest time at which asking again makes sense. */
    readonly retryAt: Date,
  ) {
    super(`${host} has no turn free before ${retryAt.toISOString()}.`);
  }
}

/**
 * The name under which we are polite to a server: its host name, and the port unless it is the scheme's own. Not the registrable domain, because
 * platforms give each of thousands of sites a name below theirs and serve them from many machines.
 */
export function hostOf(url: URL): string {
  const name = url.hostname.replace(/\.$/, '');
  return portOf(url) === 80 || portOf(url) === 443 ? name : `${name}:${portOf(url)}`;
}
