import { createAllowList, type AllowList } from './allow-list';
import { conditionalHeaders, type Validators } from './conditional';
import { createDeadline, unlessAborted } from './deadline';
import { exchange, type Answer, type ExchangeLimits } from './exchange';
import { HostClosed, hostOf, type HostGate, type Leave } from './host-gate';
import { acceptedEncodings } from './inflate';
import { createMemoryHostGate } from './memory-host-gate';
import { isRedirect, nextAfter, type Redirect, type Sent } from './redirect';
import { EgressRefusal, shownUrl } from './refusal';
import { permittedAddresses, systemResolve, type Resolve } from './resolve';
import { retryAfterSeconds } from './retry-after';
import { createRobots } from './robots';
import { isPublicAddress } from './special-address';
import { isWebPort, targetOf } from './target';
import { userAgent } from './user-agent';

/** How the client is set up. */
export interface EgressOptions {
  /** Addresses that may be fetched though they are not public, see `createAllowList`. */
  allow?: readonly string[];
  /** A URL or an e-mail address for operators of servers who want to reach us. */
  contact?: string | null;
  gate?: HostGate;
  resolve?: Resolve;
  now?: () => number;
}

/** What is asked of the client beside the address. All limits have defaults. */
export interface EgressRequest {
  method?: 'GET' | 'HEAD' | 'POST';
  body?: string | Uint8Array;
  /** Lower-case names. They go to the origin that was asked, not to another that it redirects to. */
  headers?: Record<string, string>;
  accept?: string;
  /** What the server said about the version that we have. */
  conditional?: Partial<Validators>;
  /** Over the wire; 10 MB. */
  maxBytes?: number;
  /** After decompression; 30 MB. */
  maxInflatedBytes?: number;
  /** For all hops together, without the waiting for a turn; 30 s. */
  deadlineMs?: number;
  /** The longest silence; 10 s. */
  idleMs?: number;
  /** The longest waiting for a turn at a host; 60 s. */
  maxWaitMs?: number;
  /** Rather than refuse what is too long, take its beginning. */
  cut?: boolean;
  /** Whether the site's robots.txt has a say: for pages. */
  robots?: boolean;
  /** Opens something for this request alone, and only for the address that is asked for, not for what it redirects to. */
  allowFirst?: readonly string[];
  signal?: AbortSignal;
}

/** What came back, at the end of all redirects. */
export interface EgressResponse {
  status: number;
  finalUrl: string;
  redirects: Redirect[];
  /** Lower-case names; a name that came several times is joined with commas. */
  headers: Record<string, string>;
  /** Decompressed; empty unless the status is a success. */
  body: Uint8Array;
  /** The server says that nothing has changed since the version that we have. */
  notModified: boolean;
  /** For how many seconds the server wants to be left alone. */
  retryAfter: number | null;
}

/** The one client for everything that leaves. */
export interface Egress {
  /**
   * Fetches something from the public internet: politely, within limits, and from nowhere else. An answer is an answer, whatever its status.
   *
   * @throws EgressRefusal  for everything that is not an answer
   */
  fetch(url: string, request?: EgressRequest): Promise<EgressResponse>;
}

const mostRedirects = 5;
const robotsRequest: EgressRequest = {
  accept: 'text/plain, */*;q=0.1',
  maxBytes: 512_000,
  maxInflatedBytes: 512_000,
  cut: true,
  deadlineMs: 15_000,
};

/** Makes the client. One is enough for a process: what it knows of hosts is shared by all who use it. */
export function createEgress({ allow = [], contact = null, now = Date.now, resolve = systemResolve, gate }: EgressOptions = {}): Egress {
  const always = createAllowList(allow);
  const turns = gate ?? createMemoryHostGate({ now });
  const robots = createRobots(url => fetch(url, robotsRequest), now);
  const introduction = { 'user-agent': userAgent(contact), 'accept-encoding': acceptedEncodings };

  async function fetch(address: string, request: EgressRequest = {}): Promise<EgressResponse> {
    const late = () => new EgressRefusal('TOO_SLOW', `${shownUrl(address)} took longer than ${deadlineMs} ms. Try again later.`);
    const { deadlineMs = 30_000, signal } = request;
    const deadline = createDeadline(deadlineMs, late, signal);
    const fixed = { ...introduction, accept: request.accept ?? '*/*', ...conditionalHeaders(request.conditional ?? {}) };
    const redirects: Redirect[] = [];
    let lists: AllowList[] = [always, createAllowList(request.allowFirst ?? [])];
    let sent: Sent = {
      url: targetOf(address),
      method: request.method ?? 'GET',
      body: request.body ?? null,
      headers: request.headers ?? {},
    };
    for (;;) {
      const { url } = sent;
      const { answer, opened } = await hop({ ...sent, headers: { ...sent.headers, ...fixed } }, lists);
      const retryAfter = retryAfterSeconds(answer.headers['retry-after'], now());
      const location = answer.headers['location'];
      if (!isRedirect(answer.status) || location === undefined) {
        return { ...answer, finalUrl: url.href, redirects, notModified: answer.status === 304, retryAfter };
      }
      sent = nextAfter(sent, answer.status, location);
      redirects.push({ status: answer.status, from: url.href, to: sent.url.href });
      refuseEndless(redirects, sent);
      lists = opened ? [always] : []; // what came from the public internet leads nowhere that it could not go itself
    }

    /** One address: checked, waited for, asked. */
    async function hop(toSend: Sent, opening: AllowList[]): Promise<{ answer: Answer; opened: boolean }> {
      const { url } = toSend;
      const isOpened = (ip: string) => opening.some(list => list.opens(url, ip));
      const permitted = (ip: string) => isOpened(ip) || (isPublicAddress(ip) && isWebPort(url));
      const addresses = await deadline.run(() => permittedAddresses(url, resolve, permitted));
      if (request.robots) await (signal ? unlessAborted(robots.check(url), signal) : robots.check(url));
      const leave = await turnAt(url);
      let answer: Answer | null = null;
      try {
        answer = await deadline.run(running => exchange(toSend, { addresses, permitted }, limitsOf(request), running));
        return { answer, opened: addresses.every(({ address: ip }) => isOpened(ip)) };
      } finally {
        const retryAfter = retryAfterSeconds(answer?.headers['retry-after'], now());
        await leave({ pushedBack: answer?.status === 429 || (answer?.status === 503 && retryAfter !== null), retryAfter });
      }
    }

    async function turnAt(url: URL): Promise<Leave> {
      try {
        return await turns.enter(hostOf(url), { latest: now() + (request.maxWaitMs ?? 60_000), signal });
      } catch (error) {
        if (!(error instanceof HostClosed)) throw error;
        const { retryAt } = error;
        throw new EgressRefusal('HOST_BUSY', `${error.host} is to be left alone until ${retryAt.toISOString()}. Ask again then.`, {
          retryAt,
        });
      }
    }
  }

  return { fetch };
}

function limitsOf({ maxBytes = 10_000_000, maxInflatedBytes = 30_000_000, cut = false, idleMs = 10_000 }: EgressRequest): ExchangeLimits {
  return { maxBytes, maxInflatedBytes, cut, idleMs };
}

function refuseEndless(redirects: readonly Redirect[], { url }: Sent): void {
  if (redirects.length > mostRedirects) {
    throw new EgressRefusal(
      'TOO_MANY_REDIRECTS',
      `${shownUrl(redirects[0]?.from ?? url)} redirects more than ${mostRedirects} times. Give the address where it ends.`,
    );
  }
}
