import { blocksOf, type Block } from './block';
import { shownHeadlines } from './headline';
import { parseHtml, type Element } from './html-tree';
import { articleData, isObject, linkedDataOf, textOfValue, typesOf, type LinkedData } from './json-ld';
import { firstMeta, metaTagsOf, type MetaTags } from './meta-tags';

/** Everything of a page that says something of its article, read once. */
export interface PageSources {
  url: string;
  root: Element;
  tags: MetaTags;
  /** All JSON-LD objects. */
  data: LinkedData[];
  /** The one that describes the article. */
  article: LinkedData | null;
  /** What the page shows, in its order. */
  blocks: Block[];
  /** The headlines that it shows, the topmost first. */
  headlines: string[];
  /** What the site calls itself. */
  siteNames: string[];
}

/** Reads what a page says of its article, in data and in sight. */
export function sourcesOf(html: string, url: string): PageSources {
  const root = parseHtml(html);
  const tags = metaTagsOf(root);
  const data = linkedDataOf(root);
  const headlines = shownHeadlines(root);
  const article = articleData(data, headlines[0] ?? firstMeta(tags, ['og:title']));
  return { url, root, tags, data, article, blocks: blocksOf(root), headlines, siteNames: siteNamesOf(tags, data, article, url) };
}

function siteNamesOf(tags: MetaTags, data: LinkedData[], article: LinkedData | null, url: string): string[] {
  const publisher = isObject(article?.publisher) ? textOfValue(article.publisher.name) : '';
  const sites = data.filter(one => typesOf(one).some(type => /^(?:WebSite|NewsMediaOrganization|Organization)$/.test(type)));
  const host = URL.parse(url)?.hostname.replace(/^www\./, '') ?? '';
  return [
    firstMeta(tags, ['og:site_name', 'application-name', 'apple-mobile-web-app-title']),
    publisher,
    ...sites.slice(0, 3).map(({ name }) => textOfValue(name)),
    host,
    ...host.split('.').filter(part => part.length > 3),
  ].filter(Boolean);
}
