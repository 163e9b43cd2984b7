import { htmlTokens } from '../sanitise/html-tokens';

/** A feed that a page names. */
export interface FeedLink {
  url: string;
  title: string | null;
  /** DECLARED in the head of the page (`rel="alternate"`), or LINKED like any other page, from an address that looks like a feed's. */
  basis: 'DECLARED' | 'LINKED';
}

const feedType = /^(?:application|text)\/(?:(?:rss|atom|rdf|feed)\+(?:xml|json)|xml|json)\b/i;
const feedAddress = /(?:^|[/.?=_-])(?:rss|atom|feed|feeds|rdf)(?:[/.?=_-]|\d*(?:\.xml|\.json)?$|$)/i;
const mostLinks = 50;
const mostBytes = 2_000_000;

/** The feeds that a page names, the declared ones first, in the order of the page. Feeds of comments come last. */
export function feedLinksOf(html: Uint8Array | string, pageUrl: string): FeedLink[] {
  const found = new Map<string, FeedLink>();
  let base = pageUrl;
  const add = (href: string | undefined, title: string | undefined, basis: FeedLink['basis']): void => {
    const url = href ? URL.parse(href.trim(), base) : null;
    if (!url || !/^https?:$/.test(url.protocol)) return;
    url.hash = '';
    const known = found.get(url.href);
    if (!known || (known.basis === 'LINKED' && basis === 'DECLARED')) {
      found.set(url.href, { url: url.href, title: title?.trim().slice(0, 500) || null, basis });
    }
  };
  const text = typeof html === 'string' ? html : new TextDecoder().decode(html.subarray(0, mostBytes));
  for (const token of htmlTokens(text)) {
    if (found.size >= mostLinks) break;
    if (token.type !== 'START') continue;
    const [href, title, type] = ['href', 'title', 'type'].map(name => token.attributes.get(name));
    if (token.name === 'base' && href) base = URL.parse(href, pageUrl)?.href ?? base;
    if (token.name === 'link' && /\b(?:alternate|feed)\b/i.test(token.attributes.get('rel') ?? '') && feedType.test(type?.trim() ?? '')) {
      add(href, title, 'DECLARED');
    }
    if (token.name === 'a' && (feedType.test(type ?? '') || feedAddress.test(pathOf(href)))) add(href, title, 'LINKED');
  }
  const rank = ({ basis, url, title }: FeedLink): number =>
    (basis === 'DECLARED' ? 0 : 2) + (/comments?\b/i.test(`${url} ${title}`) ? 1 : 0);
  return [...found.values()].sort((a, b) => rank(a) - rank(b));
}

function pathOf(href: string | undefined): string {
  const url = href ? URL.parse(href, 'http://page.invalid') : null;
  return url ? `${url.pathname}${url.search}` : '';
}
