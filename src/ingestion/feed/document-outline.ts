import { webUrl } from '../sanitise/safe-url';
import { FeedError } from './feed-error';
import { feedLimits } from './limits';
import { type OwnNamespace, prefixOf, withDeclarations } from './namespaces';
import { outlineOf, type Place, placeOf } from './outline';
import type { FeedFormat, FeedItemSetAside } from './parsed-feed';
import { isSitemap, sitemapItems, type SitemapItems } from './sitemap';
import { plainText } from './text-construct';
import { FeedValues, type Scope } from './values';
import { isElement, type XmlElement } from './xml-tree';

/** A feed as feedsmith reads it, whatever it came as, with what was kept apart. */
export interface DocumentOutline {
  format: FeedFormat;
  xml: string;
  values: FeedValues;
  /** Where the head of the feed stands. */
  head: Scope;
  /** What each item inherits. An item tells its index as its `comments`. */
  items: OutlinedItem[];
  setAside: FeedItemSetAside[];
}

/** What an item has beside its outline: what it inherits, and its addresses from before a tracker took their place. */
export interface OutlinedItem extends Scope {
  originalLink: string | null;
  originalEnclosure: string | null;
}

const itemNames = new Set(['item', 'entry']);

/**
 * Tells any XML feed as RSS 2.0 with the usual namespaces: RDF's items move into the channel, Atom's elements become `atom:`.
 *
 * @param base  what the document's addresses are relative to
 * @throws FeedError  if it is no feed
 */
export function outlineDocument(roots: XmlElement[], base: string | null): DocumentOutline {
  const scope = { namespaces: new Map<string, string>(), base, language: null };
  const root = findRoot(roots);
  const own = ownNamespace(root);
  const place = placeOf(root, scope, own);
  const values = new FeedValues();
  const outline: DocumentOutline = { format: 'rss', xml: '', values, head: place, items: [], setAside: [] };
  const local = localName(root);
  if (isSitemap(local)) return { ...outline, format: 'sitemap', ...withIndexes(sitemapItems(place, values, own), outline) };

  const isAtom = local === 'feed' || local === 'entry';
  const channels = isAtom ? [] : childrenOf(place, own).filter(({ name }) => name === 'channel');
  const head = channels[0] ?? place;
  const parts: string[] = [];
  if (local === 'rdf')
    parts.push(outlineOf({ ...place, element: { ...root, children: root.children.filter(isImage) } }, values, own, false));
  if (local !== 'entry') parts.push(outlineOf(head, values, own, isAtom));
  let index = 0;
  for (const item of local === 'entry' ? [place] : itemsOf(place, channels, own)) {
    if (index >= feedLimits.items) {
      outline.setAside.push({ index, reason: `The feed has more than ${feedLimits.items} items.` });
      break;
    }
    try {
      parts.push(`<item><comments>${index}</comments>${outlineOf(item, values, own, isAtom)}</item>`);
    } catch (error) {
      outline.setAside.push({ index, reason: `The item could not be read: ${(error as Error).message}.` });
    }
    outline.items.push({
      base: item.base,
      language: item.language,
      originalLink: originalAddress(item, /:origlink$/i),
      originalEnclosure: originalAddress(item, /:origenclosurelink$/i),
    });
    index += 1;
  }
  return { ...outline, format: isAtom ? 'atom' : local === 'rdf' ? 'rdf' : 'rss', xml: asRss(parts), head };
}

function withIndexes(found: SitemapItems, outline: DocumentOutline): Pick<DocumentOutline, 'xml' | 'items' | 'setAside'> {
  const kept = found.items.slice(0, feedLimits.items);
  const setAside =
    found.items.length > kept.length ? [{ index: kept.length, reason: `The sitemap has more than ${feedLimits.items} addresses.` }] : [];
  return {
    xml: asRss(kept.map(({ xml }, index) => `<item><comments>${index}</comments>${xml}</item>`)),
    items: kept.map(({ base, language }) => ({ base, language, originalLink: null, originalEnclosure: null })),
    setAside: [...outline.setAside, ...setAside],
  };
}

function asRss(parts: string[]): string {
  return `<rss version="2.0"><channel>${parts.join('\n')}</channel></rss>`;
}

function findRoot(roots: XmlElement[]): XmlElement {
  const candidates = [...roots, ...roots.flatMap(({ children }) => children.filter(isElement))];
  const root = candidates.find(
    element => ['rss', 'rdf', 'feed', 'urlset', 'channel', 'entry'].includes(localName(element)) && !isPage(roots[0]),
  );
  if (root) return root;
  if (isPage(roots[0])) throw new FeedError('The document is an HTML page, not a feed.');
  if (roots[0] && localName(roots[0]) === 'sitemapindex')
    throw new FeedError('The document is an index of sitemaps; add the sitemaps themselves.');
  throw new FeedError(
    roots[0] ? `The document begins with <${roots[0].name.slice(0, 50)}>, which is no feed.` : 'The document holds no XML element.',
  );
}

function isPage(root: XmlElement | undefined): boolean {
  return root ? localName(root) === 'html' : false;
}

function ownNamespace(root: XmlElement): OwnNamespace | null {
  const prefix = root.name.includes(':') ? root.name.slice(0, root.name.indexOf(':')).toLowerCase() : '';
  const declared = withDeclarations(new Map(), root.attributes);
  const address = declared.get(prefix);
  if (address !== undefined && prefixOf(address) !== 'rdf') return { prefix, address };
  const standard = declared.get('');
  return standard !== undefined && prefixOf(standard) === undefined ? { prefix: '', address: standard } : null;
}

function itemsOf(root: Place, channels: Place[], own: OwnNamespace | null): Place[] {
  const parents = [...channels, root];
  return parents.flatMap(parent => childrenOf(parent, own).filter(({ name }) => itemNames.has(name.replace(/^atom:/, ''))));
}

function childrenOf(place: Place, own: OwnNamespace | null): Place[] {
  return place.element.children.filter(isElement).map(child => placeOf(child, place, own));
}

/** FeedBurner and its like put their own address in the link, and the true one beside it. */
function originalAddress(item: Place, name: RegExp): string | null {
  for (const child of item.element.children) {
    if (!isElement(child) || !name.test(child.name)) continue;
    const url = webUrl(plainText(child));
    if (url) return url;
  }
  return null;
}

function isImage(node: XmlElement | string): boolean {
  return isElement(node) && localName(node) === 'image';
}

function localName({ name }: XmlElement): string {
  return name.slice(name.indexOf(':') + 1).toLowerCase();
}
