import { createHash } from 'node:crypto';
import type { DataSource, EntityManager } from 'typeorm';
import { articleIdOf } from '../../article/canonical-url';
import { againAfterRace } from '../../platform/after-race';
import type { Feed } from '../../source/feed.entity';
import type { ParsedFeed } from '../feed/parsed-feed';
import { ingest } from '../record/ingest.service';
import { IngestOutcome } from '../record/record-kind';
import { articleOfItem, type ArticleRecord, NoArticle } from './article-of-item';

/** What became of the items of a feed. */
export interface Stored {
  seen: number;
  new: number;
  setAside: number;
  /** The first reasons why items were set aside. */
  reasons: string[];
}

/** How many articles one transaction stores. */
const batchSize = 500;

/**
 * Stores the items of a feed that say something new to us, in batches; each batch lands whole or not at all, so a reading that died half way may run
 * again. What a feed says again is known by its hash and costs nothing: two feeds that word one article differently do not fight over it.
 */
export async function storeItems(db: DataSource, feed: Feed, { feed: head, items, setAside }: ParsedFeed, now: Date): Promise<Stored> {
  const stored: Stored = { seen: items.length + setAside.length, new: 0, setAside: 0, reasons: [] };
  const leaveOut = (reason: string): void => {
    stored.setAside += 1;
    if (stored.reasons.length < 3) stored.reasons.push(reason);
  };
  for (const { index, reason } of setAside) leaveOut(`item ${index + 1}: ${reason}`);
  const articles = new Map<string, ArticleRecord>();
  const origin = { source: feed.source.slug, language: head.language ?? feed.source.language, fullText: feed.fullText };
  for (const [index, item] of items.entries()) {
    try {
      const article = articleOfItem(item, origin);
      const id = articleIdOf(article.url ?? '');
      if (articles.has(id)) leaveOut(`item ${index + 1}: It shares its address with an item before it.`);
      else articles.set(id, article);
    } catch (error) {
      if (!(error instanceof NoArticle)) throw error;
      leaveOut(`item ${index + 1}: ${error.message}`);
    }
  }
  const ids = [...articles.keys()];
  for (let from = 0; from < ids.length; from += batchSize) {
    const batch = ids.slice(from, from + batchSize).map(id => ({ id, article: articles.get(id) as ArticleRecord }));
    const { created, rejected } = await storeBatch(db, feed, batch, now);
    stored.new += created;
    rejected.forEach(leaveOut);
  }
  return stored;
}

interface Candidate {
  id: string;
  article: ArticleRecord;
}

interface KnownArticle {
  id: string;
  slug: string;
  published_at: Date | null;
}

async function storeBatch(db: DataSource, feed: Feed, batch: Candidate[], now: Date): Promise<{ created: number; rejected: string[] }> {
  const hashes = new Map(batch.map(({ id, article }) => [id, hashOf(article)]));
  const said = await db.query<{ article_id: string; item_hash: string | null }[]>(
    `select article_id, item_hash from feed_article where feed_id = $1 and article_id = any($2)`,
    [feed.id, batch.map(({ id }) => id)],
  );
  const same = new Set(said.filter(row => row.item_hash === hashes.get(row.article_id)).map(row => row.article_id));
  const changed = batch.filter(({ id }) => !same.has(id));
  if (!changed.length) return { created: 0, rejected: [] };
  return againAfterRace(() =>
    db.transaction(async transaction => {
      const records = await fittedToKnown(transaction, changed);
      const { results } = await ingest(transaction, records.map(article => ({ article })), now); // prettier-ignore
      const landed = results.filter(({ outcome }) => outcome !== IngestOutcome.REJECTED);
      const created = landed.filter(({ outcome }) => outcome === IngestOutcome.CREATED);
      const fresh = new Set(created.map(({ index }) => index));
      await link(
        transaction,
        feed,
        landed.map(({ index }) => {
          const id = changed[index]?.id ?? '';
          return { id, hash: hashes.get(id) ?? null, page: feed.fullText && fresh.has(index) ? 'WANTED' : null };
        }),
        now,
      );
      const rejected = results
        .filter(({ outcome }) => outcome === IngestOutcome.REJECTED)
        .map(({ index, problems }) => `${changed[index]?.article.url}: ${problems.map(({ message }) => message).join(' ')}`);
      return { created: created.length, rejected };
    }),
  );
}

/** An article that is known keeps its source, and its date where it has one: the first to tell is believed, feeds move dates at will. */
async function fittedToKnown(db: EntityManager, changed: Candidate[]): Promise<ArticleRecord[]> {
  const rows: KnownArticle[] = await db.query(
    `select a.id, s.slug, a.published_at from article a join source s on s.id = a.source_id where a.id = any($1)`,
    [changed.map(({ id }) => id)],
  );
  const known = new Map(rows.map(row => [row.id, row]));
  return changed.map(({ id, article }) => {
    const found = known.get(id);
    if (!found) return article;
    return { ...article, source: found.slug, ...(found.published_at && { publishedAt: null, dateBasis: null }) };
  });
}

async function link(
  db: EntityManager,
  feed: Feed,
  rows: { id: string; hash: string | null; page: string | null }[],
  now: Date,
): Promise<void> {
  const sorted = [...rows].sort((a, b) => (a.id < b.id ? -1 : 1));
  await db.query(
    `insert into feed_article (feed_id, article_id, item_hash, page, first_seen_at)
     select $1, id, hash, page, $5 from unnest($2::uuid[], $3::text[], $4::text[]) as t (id, hash, page)
     on conflict (feed_id, article_id) do update set item_hash = excluded.item_hash`,
    [feed.id, sorted.map(({ id }) => id), sorted.map(({ hash }) => hash), sorted.map(({ page }) => page), now],
  );
}

/** Of what a feed said: another hash means that it says something else. */
function hashOf({ title, summary, text, publishedAt, language }: ArticleRecord): string {
  return createHash('sha256')
    .update(JSON.stringify([title, summary, text, publishedAt, language]))
    .digest('base64url');
}
