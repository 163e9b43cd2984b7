import { feedLimits } from './limits';

/** The name by which the rest of the code knows a namespace, by its address without scheme, case and closing slash. The addresses of RSS itself have the empty name. */
const prefixes = new Map<string, string>();
for (const [prefix, addresses] of Object.entries({
  '': 'purl.org/rss/1.0 my.netscape.com/rdf/simple/0.9 channel.netscape.com/rdf/simple/0.9 my.netscape.com/publish/formats/rss-0.91.dtd backend.userland.com/rss backend.userland.com/rss2 blogs.law.harvard.edu/tech/rss cyber.law.harvard.edu/rss purl.org/net/rss1.1# www.rssboard.org/rss-specification',
  atom: 'www.w3.org/2005/atom purl.org/atom/ns#',
  content: 'purl.org/rss/1.0/modules/content',
  dc: 'purl.org/dc/elements/1.1 purl.org/dc/elements/1.0 purl.org/rss/1.0/modules/dc',
  dcterms: 'purl.org/dc/terms purl.org/rss/1.0/modules/dcterms',
  feedburner: 'rssnamespace.org/feedburner/ext/1.0',
  geo: 'www.w3.org/2003/01/geo/wgs84_pos#',
  georss: 'www.georss.org/georss www.georss.org/georss/10 www.georss.org/georss/11',
  gml: 'www.opengis.net/gml',
  googleplay: 'www.google.com/schemas/play-podcasts/1.0',
  image: 'www.google.com/schemas/sitemap-image/1.1',
  itunes: 'www.itunes.com/dtds/podcast-1.0.dtd example.com/dtds/podcast-1.0.dtd',
  media: 'search.yahoo.com/mrss tools.search.yahoo.com/mrss search.yahoo.com/mrss-ext',
  news: 'www.google.com/schemas/sitemap-news/0.9',
  rdf: 'www.w3.org/1999/02/22-rdf-syntax-ns#',
  sitemap: 'www.sitemaps.org/schemas/sitemap/0.9 www.google.com/schemas/sitemap/0.84 www.google.com/schemas/sitemap/0.9',
  sy: 'purl.org/rss/1.0/modules/syndication',
  xhtml: 'www.w3.org/1999/xhtml',
  xml: 'www.w3.org/xml/1998/namespace',
}))
  for (const address of addresses.split(' ')) prefixes.set(address, prefix);

const prefixNames = new Set(prefixes.values());

/** The namespaces in scope at an element, by prefix; '' is the default. */
export type NamespaceScope = ReadonlyMap<string, string>;

/** The namespace that a root is written in. */
export interface OwnNamespace {
  prefix: string;
  address: string;
}

/** Opens the scope of an element. */
export function withDeclarations(scope: NamespaceScope, attributes: Record<string, string>): NamespaceScope {
  let inner: Map<string, string> | null = null;
  for (const name in attributes) {
    const isDefault = name === 'xmlns';
    if (!isDefault && !name.startsWith('xmlns:')) continue;
    if ((inner ?? scope).size >= feedLimits.namespaces) break;
    inner ??= new Map(scope);
    inner.set(isDefault ? '' : name.slice(6).toLowerCase(), attributes[name] ?? '');
  }
  return inner ?? scope;
}

/**
 * The known name of an element: `prefix:local`, or `local` alone for what is of the feed's own namespace, as of none. A prefix that is not declared, or
 * declared with an address that nobody knows, means what it usually means.
 *
 * @param own  the namespace of the root, whose address may be misspelt
 */
export function knownName(name: string, scope: NamespaceScope, own: OwnNamespace | null): string {
  const colon = name.indexOf(':');
  const local = name.slice(colon + 1).toLowerCase();
  const prefix = colon < 0 ? '' : name.slice(0, colon).toLowerCase();
  const address = scope.get(prefix);
  if (address === undefined) return prefix && prefix !== 'rss' ? `${prefix}:${local}` : local;
  if (own && prefix === own.prefix && address === own.address) return local;
  const known = prefixOf(address);
  if (known !== undefined) return known ? `${known}:${local}` : local;
  if (!prefix) return address ? `unknown:${local}` : local;
  return prefixNames.has(prefix) ? `${prefix}:${local}` : `unknown:${local}`;
}

/** The known name of a namespace; undefined if it has none. */
export function prefixOf(address: string): string | undefined {
  return prefixes.get(
    address
      .trim()
      .toLowerCase()
      .replace(/^https?:\/\//, '')
      .replace(/\/$/, ''),
  );
}
