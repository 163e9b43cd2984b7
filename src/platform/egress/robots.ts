import { EgressRefusal, shownUrl, type EgressReason } from './refusal';
import { allRobots, parseRobots, type RobotsRules } from './robots-rules';
import { PRODUCT } from './user-agent';

/** Asks, before a page is fetched, whether its site lets us. */
export interface Robots {
  /** @throws EgressRefusal  ROBOTS if the site does not want it, or why its robots.txt could not be asked for */
  check(url: URL): Promise<void>;
}

/** Fetches a robots.txt, redirects followed; of one that is too long the beginning. */
export type FetchRobots = (url: string) => Promise<{ status: number; body: Uint8Array }>;

interface Known {
  rules: Promise<RobotsRules>;
  until: number;
}

const dayMs = 86_400_000;
const whileUnreachableMs = 600_000;
const mostOrigins = 5_000;

/** When the host itself could not be reached there is nothing to remember: the page could not be fetched either, for the same reason. */
const sameForPage = new Set<EgressReason>(['ADDRESS', 'DNS', 'CONNECT', 'TLS', 'HOST_BUSY']);

/**
 * Keeps the robots.txt of each origin for a day. By RFC 9309 there are no rules where it is missing (4xx), and nothing may be fetched where it
 * cannot be had (5xx, broken answers); the latter is asked again after ten minutes.
 */
export function createRobots(fetchRobots: FetchRobots, now: () => number): Robots {
  const known = new Map<string, Known>();

  function rulesOf(origin: string): Promise<RobotsRules> {
    const kept = known.get(origin);
    if (kept && kept.until > now()) return kept.rules;
    const entry: Known = { until: now() + dayMs, rules: read(origin, () => (entry.until = now() + whileUnreachableMs)) };
    known.delete(origin);
    known.set(origin, entry);
    for (const oldest of known.keys()) {
      if (known.size <= mostOrigins) break;
      known.delete(oldest);
    }
    entry.rules.catch(() => known.get(origin) === entry && known.delete(origin));
    return entry.rules;
  }

  async function read(origin: string, onUnreachable: () => void): Promise<RobotsRules> {
    try {
      const { status, body } = await fetchRobots(`${origin}/robots.txt`);
      if (status >= 200 && status <= 299) return parseRobots(new TextDecoder().decode(body), PRODUCT);
      if (status >= 300 && status <= 499 && status !== 429) return allRobots(true);
    } catch (error) {
      if (!(error instanceof EgressRefusal) || sameForPage.has(error.reason)) throw error;
      if (error.reason === 'TOO_MANY_REDIRECTS') return allRobots(true);
    }
    onUnreachable();
    return allRobots(false);
  }

  return {
    async check(url) {
      const rules = await rulesOf(url.origin);
      if (!rules.allows(url)) {
        throw new EgressRefusal(
          'ROBOTS',
          `${shownUrl(url)} is not fetched: the site's robots.txt does not let ${PRODUCT} read it, or cannot be had. Ask the site's operator if it should.`,
        );
      }
    },
  };
}
