import { guessLanguage } from '../../article/language';
import type { DataSource } from 'typeorm';
import type { Egress } from '../../platform/egress/egress';
import { EgressRefusal } from '../../platform/egress/refusal';
import type { Log } from '../../platform/log';
import { extractPage } from '../page/extract-page';
import { BodyStatus } from '../page/page';
import { ingest } from '../record/ingest.service';
import { pagesTotal } from './poll-metrics';
import type { ArticleRecord } from './article-of-item';

/** Another try makes sense: the network or the server is in trouble. */
class TryAgain extends Error {
  override name = 'TryAgain';
}

interface Stored {
  url: string;
  source: string;
  title: string;
  published_at: Date | null;
}

/**
 * Fetches the page of an article and stores its full text, if it is open to everyone and robots.txt allows it. What the feed said of headline and
 * date stands; the page fills in what is missing.
 *
 * @throws Error  where another try makes sense
 */
export async function fetchPage(
  db: DataSource,
  articleId: string,
  { egress, log, signal }: { egress: Egress; log: Log; signal?: AbortSignal },
): Promise<void> {
  const [article] = await db.query<Stored[]>(
    `select a.url, s.slug as source, a.title, a.published_at from article a join source s on s.id = a.source_id where a.id = $1`,
    [articleId],
  );
  if (!article) return;
  const { outcome, record, problem } = await pageOf(article, egress, signal);
  if (record) {
    const { results } = await ingest(db, [{ article: record }]);
    const fault = results[0]?.problems[0]?.message;
    if (fault) log.warn({ page: article.url }, `The text of the page was not stored: ${fault}`);
    await db.query(
      `update article a set origin_sought = false where id = $1 and origin_id = id and not exists (select from article o where o.origin_id = a.id and o.id <> a.id)`,
      [articleId],
    );
  } else if (problem) log.info({ page: article.url }, problem);
  await db.query(`update feed_article set page = null where article_id = $1 and page is not null`, [articleId]);
  pagesTotal.inc({ outcome });
}

async function pageOf(
  article: Stored,
  egress: Egress,
  signal?: AbortSignal,
): Promise<{ outcome: string; record?: ArticleRecord; problem?: string }> {
  try {
    const { status, body, finalUrl } = await egress.fetch(article.url, {
      ...{
        accept: 'text/html, application/xhtml+xml;q=0.9, */*;q=0.1',
        robots: true,
        maxBytes: 5_000_000,
        maxInflatedBytes: 15_000_000,
        signal,
      },
    });
    if (status === 429 || status >= 500) throw new TryAgain(`The server of ${article.url} answers with ${status}.`);
    if (status !== 200)
      return { outcome: 'NONE', problem: `The page answers with status ${status}: the article stays without its full text.` };
    const page = extractPage(body, finalUrl);
    if (page.bodyStatus !== BodyStatus.FULL || !page.text.trim()) {
      return { outcome: page.bodyStatus, problem: 'The page does not give the whole text to everyone: the article stays without it.' };
    }
    const dated = article.published_at ? null : page.publishedAt;
    return {
      outcome: BodyStatus.FULL,
      record: {
        url: article.url,
        source: article.source,
        title: article.title === article.url ? (page.title ?? article.title) : article.title,
        text: page.text.slice(0, 1_000_000),
        language: page.language ?? guessLanguage(page.text),
        publishedAt: dated,
        dateBasis: dated ? 'PAGE' : null,
      },
    };
  } catch (error) {
    if (!(error instanceof EgressRefusal)) throw error;
    const passing = ['TOO_SLOW', 'HOST_BUSY', 'DNS', 'CONNECT', 'PROTOCOL'].includes(error.reason);
    if (passing) throw new TryAgain(error.message);
    return { outcome: error.reason, problem: error.message };
  }
}
