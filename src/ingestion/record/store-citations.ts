import { articleIdOf } from '../../article/canonical-url';
import { uuidV7 } from '../../platform/ids';
import type { Batch } from './batch';
import { dayOfAddress } from './day-of-address';
import type { Row } from './insert-rows';
import type { GivenCitation } from './record-shape';
import { RecordKind } from './record-kind';
import { unfit } from './shape';
import type { ArticleOnHand } from './store-articles';

/** The exact words that a citation points to; what is null is not stored. */
export interface StoredSpan {
  version: number | null;
  characters: number | null;
  hash: string | null;
}

/** Reads the articles that the records of a batch speak of, and the spans of text that they point to. */
export async function readCited(batch: Batch): Promise<void> {
  const urls = new Set<string>();
  const spans = new Map<string, GivenCitation>();
  for (const { given } of batch.items) {
    if ('url' in given) urls.add(given.url);
    if ('article' in given && given.article !== null) urls.add(given.article);
    if (!('citations' in given)) continue;
    for (const citation of given.citations ?? []) {
      urls.add(citation.url);
      if (citation.start !== null) spans.set(spanName(citation), citation);
    }
  }
  await readArticlesAt(batch, [...urls]);
  if (spans.size) await readSpans(batch, spans);
}

/** Makes known which of these addresses are articles, so that a citation of one is tied to it and shows no earlier. */
export async function readArticlesAt(batch: Batch, urls: readonly string[]): Promise<void> {
  if (!urls.length) return;
  const articles = (await batch.db.query(
    `select id, url, source_id, published_at, precision, sort_at, public_at from article where id = any($1)`,
    [urls.map(articleIdOf)],
  )) as ArticleOnHand[];
  for (const article of articles) batch.articles.set(article.id, article);
}

/** The rows of a fact's citations. Each names the article that its address is, stored or not, so that an article that comes later is found. */
export function citationRows(batch: Batch, storyId: string, factId: string, citations: readonly GivenCitation[]): Row[] {
  return citations.map((citation, ordinal) => {
    const path = `.citations[${ordinal}]`;
    if (batch.wasRejected(RecordKind.ARTICLE, citation.url)) throw batch.missing(RecordKind.ARTICLE, citation.url, `${path}.url`);
    const articleId = articleIdOf(citation.url);
    const article = batch.articles.get(articleId);
    return {
      story_id: storyId,
      id: uuidV7(),
      fact_id: factId,
      ordinal,
      url: citation.url,
      article_id: articleId,
      ...pointer(batch, citation, article, path),
      public_at: article?.public_at ?? dayOfAddress(citation.url),
      recorded_at: batch.now,
    };
  });
}

function pointer(batch: Batch, citation: GivenCitation, article: ArticleOnHand | undefined, path: string): Row {
  const { url, version, start, end } = citation;
  if (start === null || end === null) return { kind: 'LINK', version, span_start: null, span_end: null, span_hash: null };
  if (!article)
    throw unfit(`A span needs the article it is in, and there is no article ${url}, neither in this batch nor stored.`, `${path}.url`);
  const span = batch.spans.get(spanName(citation));
  if (!span?.version) throw unfit(`The article ${url} has no version ${version}.`, `${path}.version`);
  if (span.characters === null)
    throw unfit(
      `Version ${span.version} of the article ${url} is stored without its text, so no span of it can be cited.`,
      `${path}.start`,
    );
  if (end > span.characters)
    throw unfit(`The span ends at ${end}, and the text of version ${span.version} has ${span.characters} characters.`, `${path}.end`);
  return { kind: 'SPAN', version: span.version, span_start: start, span_end: end, span_hash: span.hash };
}

/** By what the same span is known. */
export function spanName({ url, version, start, end }: GivenCitation): string {
  return `${url} ${version} ${start} ${end}`;
}

async function readSpans(batch: Batch, spans: Map<string, GivenCitation>): Promise<void> {
  const cited = [...spans.values()];
  const found = (await batch.db.query(
    `select w.name, v.number as version, length(v.text) as characters,
       encode(sha256(convert_to(substring(v.text from w.first + 1 for w.last - w.first), 'UTF8')), 'hex') as hash
     from unnest($1::text[], $2::uuid[], $3::integer[], $4::integer[], $5::integer[]) as w (name, article_id, version, first, last)
     left join lateral (
       select number, text from article_version v where v.article_id = w.article_id and (w.version is null or v.number = w.version)
       order by number desc limit 1
     ) v on true`,
    [
      [...spans.keys()],
      cited.map(one => articleIdOf(one.url)),
      cited.map(one => one.version),
      cited.map(one => one.start),
      cited.map(one => one.end),
    ],
  )) as (StoredSpan & { name: string })[];
  for (const span of found) batch.spans.set(span.name, span);
}
