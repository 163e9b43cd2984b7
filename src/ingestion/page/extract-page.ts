import { articleText } from './article-body';
import { blocksOf } from './block';
import { bodyStatusOf } from './body-status';
import { authorsOf } from './byline';
import { decodePage } from './decode-page';
import { blocksWithoutScript, textInData } from './fallback-text';
import { headlineOf, shownHeadlines } from './headline';
import { parseHtml } from './html-tree';
import { articleData, isObject, linkedDataOf, textOfValue, typesOf } from './json-ld';
import { firstMeta, metaTagsOf } from './meta-tags';
import type { Page } from './page';
import { canonicalUrlOf, imageOf, languageOf } from './page-links';
import { publishedAtOf } from './published-at';

/**
 * Reads an article's page: what it says of itself in JSON-LD and meta tags first, what it shows second.
 *
 * Never throws, and takes time linear in the size of the page. What a wall hides stays hidden: `bodyStatus` says so.
 */
export function extractPage(html: string | Uint8Array, url: string): Page {
  const root = parseHtml(typeof html === 'string' ? html : decodePage(html));
  const tags = metaTagsOf(root);
  const data = linkedDataOf(root);
  const shown = shownHeadlines(root);
  const article = articleData(data, shown[0] ?? firstMeta(tags, ['og:title']));
  const publisher = isObject(article?.publisher) ? textOfValue(article.publisher.name) : '';
  const sites = data
    .filter(one => typesOf(one).some(type => /^(?:WebSite|NewsMediaOrganization|Organization)$/.test(type)))
    .map(one => textOfValue(one.name));
  const siteNames = [
    firstMeta(tags, ['og:site_name', 'application-name', 'apple-mobile-web-app-title']),
    publisher,
    ...sites.slice(0, 3),
    ...hostNames(url),
  ];
  const title = headlineOf(root, tags, article, siteNames);
  const known = {
    titles: [...shown, ...(title ? [title] : [])],
    description: firstMeta(tags, ['og:description', 'description', 'twitter:description']),
  };
  const blocks = blocksOf(root);
  const text = bestText(articleText(blocks, known), textInData(article, data), () => articleText(blocksWithoutScript(root), known));
  return {
    title,
    text,
    authors: authorsOf({ root, tags, article, data, blocks, siteNames, opening: text.split('\n', 1)[0] ?? '' }),
    publishedAt: publishedAtOf(root, tags, article, data, url),
    language: languageOf(root, tags, article),
    image: imageOf(tags, article, url),
    canonicalUrl: canonicalUrlOf(root, tags, url),
    bodyStatus: bodyStatusOf(root, text, data),
  };
}

/** What the page shows, unless its data give far more, or it shows next to nothing. */
function bestText(shown: string, given: string, unscripted: () => string): string {
  if (given.length > 400 && shown.length < given.length * 0.6) return given;
  if (shown.length >= 200) return shown;
  const other = unscripted();
  return other.length > shown.length * 2 ? other : shown;
}

function hostNames(url: string): string[] {
  const host = URL.parse(url)?.hostname.replace(/^www\./, '');
  return host ? [host, ...host.split('.').filter(part => part.length > 3)] : [];
}
