import { parseFeed } from '../../ingestion/feed/parse-feed';
import type { ParsedFeed } from '../../ingestion/feed/parsed-feed';
import type { Config } from '../../platform/config';
import { portOf } from '../../platform/egress/allow-list';
import { type Validators, validatorsOf } from '../../platform/egress/conditional';
import { createEgress } from '../../platform/egress/egress';
import type { HostGate } from '../../platform/egress/host-gate';
import { createMemoryHostGate } from '../../platform/egress/memory-host-gate';
import { EgressRefusal } from '../../platform/egress/refusal';

type Outcome = ParsedFeed | { notModified: true } | { error: string; reason: string };

/** Makes what fetches and reads the feed of one line of a batch. */
export function createFeedFetcher({ egressAllow, userAgentContact }: Config): (row: Record<string, unknown>) => Promise<Outcome> {
  const egress = createEgress({ allow: egressAllow, contact: userAgentContact, gate: politeBeyondLoopback() });
  const known = new Map<string, Validators>();

  return async row => {
    const url = typeof row.url === 'string' ? row.url : '';
    const conditional = { ...known.get(url), ...given(row) };
    try {
      const answer = await egress.fetch(url, { accept: FEEDS, conditional, allowFirst: opened(row.allowHost, url), deadlineMs: 8_000 });
      if (answer.notModified) return { notModified: true };
      if (answer.status < 200 || answer.status > 299)
        return { error: `The server answered with status ${answer.status}.`, reason: 'STATUS' };
      known.set(url, validatorsOf(answer.headers));
      const { headers, body, finalUrl } = answer;
      return parseFeed(body, { contentType: headers['content-type'] ?? null, url: finalUrl, headers });
    } catch (error) {
      if (error instanceof EgressRefusal) return { error: error.message, reason: error.reason };
      throw error;
    }
  };
}

const FEEDS = 'application/atom+xml, application/rss+xml, application/feed+json, application/xml;q=0.9, text/xml;q=0.8, */*;q=0.5';

function given({ etag, lastModified }: Record<string, unknown>): Partial<Validators> {
  return { ...(typeof etag === 'string' && { etag }), ...(typeof lastModified === 'string' && { lastModified }) };
}

/** What `allowHost` opens: one loopback address, at its own port or else that of the URL. */
function opened(allowHost: unknown, url: string): string[] {
  if (typeof allowHost !== 'string' || !allowHost) return [];
  const [, host = '', port] = /^(?:https?:\/\/)?(localhost|127(?:\.\d{1,3}){3}|\[?::1\]?)(?::(\d{1,5}))?\/?$/i.exec(allowHost) ?? [];
  if (!host) throw new Error(`"allowHost" is ${JSON.stringify(allowHost)}; it must be a loopback address, such as 127.0.0.1:8080.`);
  const target = URL.parse(url);
  const hosts = host.toLowerCase() === 'localhost' ? ['localhost', '127.0.0.1', '[::1]'] : [host.includes('::') ? '[::1]' : host];
  return hosts.map(name => `${name}:${port ?? (target ? portOf(target) : 80)}`);
}

/** One's own machine needs no politeness, and a batch that tries what servers do wrong would wait for the slowest. */
function politeBeyondLoopback(): HostGate {
  const polite = createMemoryHostGate();
  return {
    enter: async (host, waiting) => (/^(?:localhost|127\.[\d.]+|\[::1\])(?::|$)/.test(host) ? () => {} : polite.enter(host, waiting)),
  };
}
