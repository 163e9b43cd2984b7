import type { OwnNamespace } from './namespaces';
import { type Place, placeOf } from './outline';
import { plainText } from './text-construct';
import type { FeedValues, Scope } from './values';
import { isElement } from './xml-tree';

/** The addresses of a sitemap as items of an outline. */
export interface SitemapItems {
  items: (Scope & { xml: string })[];
}

/** What Google's news and image sitemaps say, in the words of RSS. */
const written: Record<string, string> = {
  loc: 'link',
  'sitemap:loc': 'link',
  lastmod: 'atom:updated',
  'sitemap:lastmod': 'atom:updated',
  'news:title': 'title',
  'news:publication_date': 'pubdate',
  'news:name': 'source',
  'news:language': 'dc:language',
  'news:keywords': 'itunes:keywords',
  'news:genres': 'category',
};

/** Whether a root is that of a sitemap. */
export function isSitemap(localName: string): boolean {
  return localName === 'urlset';
}

/** Reads the addresses of a sitemap; news sitemaps tell title, time, language and publication of each. */
export function sitemapItems(root: Place, values: FeedValues, own: OwnNamespace | null): SitemapItems {
  const items: SitemapItems['items'] = [];
  for (const child of root.element.children) {
    if (!isElement(child)) continue;
    const url = placeOf(child, root, own);
    if (!/(?:^|:)url$/.test(url.name)) continue;
    const parts: string[] = [];
    write(url, values, own, parts);
    items.push({ base: url.base, language: url.language, xml: parts.join('') });
  }
  return { items };
}

function write(place: Place, values: FeedValues, own: OwnNamespace | null, parts: string[]): void {
  for (const child of place.element.children) {
    if (!isElement(child)) continue;
    const inner = placeOf(child, place, own);
    const name = written[inner.name];
    const { base, language } = inner;
    if (inner.name === 'image:loc') {
      const text = plainText(child).trim();
      if (text) parts.push(`<media:content medium="image" url="${values.keep({ text, kind: 'TEXT', base, language })}"/>`);
    } else if (name) {
      const text = plainText(child).trim();
      if (text) parts.push(`<${name}>${values.keep({ text, kind: 'TEXT', base, language })}</${name}>`);
    } else write(inner, values, own, parts);
  }
}
