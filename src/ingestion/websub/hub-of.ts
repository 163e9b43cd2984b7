import type { ParsedFeed } from '../feed/parsed-feed';

/** Where a feed's news can be subscribed to, and under which name. */
export interface Hub {
  hubUrl: string | null;
  topic: string | null;
}

/**
 * Finds the hub that a feed names (WebSub, section 4): Link headers of the answer come before links of the document. Without an own name the feed goes by the
 * address that was asked.
 */
export function hubOf(linkHeader: string | undefined, head: Pick<ParsedFeed['feed'], 'hubs' | 'selfLink'>, url: string): Hub {
  const links = linksOf(linkHeader ?? '', url);
  const hubUrl = links.get('hub') ?? head.hubs[0] ?? null;
  return { hubUrl, topic: hubUrl === null ? null : (links.get('self') ?? head.selfLink ?? url) };
}

/** The first target of each relation in a Link header (RFC 8288); what is no http address is left out. */
function linksOf(header: string, base: string): Map<string, string> {
  const links = new Map<string, string>();
  for (const [, target = '', parameters = ''] of header.slice(0, 8_000).matchAll(/<([^>]*)>((?:[^,"]|"[^"]*")*)/g)) {
    const [, quoted, bare] = /;\s*rel\s*=\s*(?:"([^"]*)"|([^\s;,]+))/i.exec(parameters) ?? [];
    if (!URL.canParse(target, base)) continue;
    const url = new URL(target, base);
    if (!/^https?:$/.test(url.protocol)) continue;
    for (const relation of (quoted ?? bare ?? '').toLowerCase().split(/\s+/)) {
      if (relation && !links.has(relation)) links.set(relation, url.href);
    }
  }
  return links;
}
