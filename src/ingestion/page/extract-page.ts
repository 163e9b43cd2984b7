import { articleText } from './article-body';
import { bodyStatusOf } from './body-status';
import { authorsOf } from './byline';
import { decodePage } from './decode-page';
import { blocksWithoutScript, textInData } from './fallback-text';
import { headlineOf } from './headline';
import { firstMeta } from './meta-tags';
import type { Page } from './page';
import { canonicalUrlOf, imageOf, languageOf } from './page-links';
import { sourcesOf, type PageSources } from './page-sources';
import { publishedAtOf } from './published-at';

/**
 * Reads an article's page: what it says of itself in JSON-LD and meta tags first, what it shows second.
 *
 * Never throws, and takes time linear in the size of the page. What a wall hides stays hidden: `bodyStatus` says so.
 */
export function extractPage(html: string | Uint8Array, url: string): Page {
  const sources = sourcesOf(typeof html === 'string' ? html : decodePage(html), url);
  const title = headlineOf(sources);
  const text = textOfArticle(sources, title);
  return {
    title,
    text,
    authors: authorsOf(sources, text.split('\n', 1)[0] ?? ''),
    publishedAt: publishedAtOf(sources),
    language: languageOf(sources),
    image: imageOf(sources),
    canonicalUrl: canonicalUrlOf(sources),
    bodyStatus: bodyStatusOf(sources, text),
  };
}

/** What the page shows, unless its data give far more, or it shows next to nothing. */
function textOfArticle(sources: PageSources, title: string | null): string {
  const known = {
    titles: title ? [...sources.headlines, title] : sources.headlines,
    description: firstMeta(sources.tags, ['og:description', 'description', 'twitter:description']),
  };
  const shown = articleText(sources.blocks, known);
  const given = textInData(sources);
  if (given.length > 400 && shown.length < given.length * 0.6) return given;
  if (shown.length >= 200) return shown;
  const unscripted = articleText(blocksWithoutScript(sources.root), known);
  return unscripted.length > shown.length * 2 ? unscripted : shown;
}
