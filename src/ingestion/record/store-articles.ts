import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { articleIdOf } from '../../article/canonical-url';
import { wordingDiff } from '../../article/wording-diff';
import { ArticleDateBasis } from '../../article/article.entity';
import { shown } from '../../platform/errors';
import { periodEnd, Precision } from '../../platform/moment';
import type { Batch } from './batch';
import { insertRows, type Row, updateRows } from './insert-rows';
import { IngestOutcome, RecordKind } from './record-kind';
import type { Item } from './read-records';
import { unfit } from './shape';

/** What other records need to know of an article. */
export interface ArticleOnHand {
  id: string;
  url: string;
  source_id: string;
  published_at: Date | null;
  precision: Precision;
  sort_at: Date;
  public_at: Date;
}

interface StoredArticle extends ArticleOnHand {
  key: string | null;
  title: string;
  summary: string | null;
  language: string | null;
  date_basis: string;
  syndicated_from: string | null;
  mentions: unknown;
  reported_figures: unknown;
  origin_id: string;
  first_seen_at: Date;
  revised_at: Date | null;
  content_hash: string;
}

interface Wording {
  article_id: string;
  number: number;
  title: string;
  summary: string | null;
  text: string | null;
}

/** What came of the articles of a batch before they are put into their stories. */
interface ArticlesStored {
  items: Map<string, Item<RecordKind.ARTICLE>>;
  twins: Item<RecordKind.ARTICLE>[];
  created: Set<string>;
  changed: Set<string>;
}

/** Stores the articles of a batch with their versions. They belong to no story yet, so no story is locked for it. */
export async function storeArticles(batch: Batch): Promise<ArticlesStored> {
  const items = new Map<string, Item<RecordKind.ARTICLE>>();
  const twins: Item<RecordKind.ARTICLE>[] = [];
  for (const item of batch.of(RecordKind.ARTICLE)) {
    batch.attempt(item, () => {
      batch.source(item.given.source, '.source');
      if (item.given.story !== null) batch.story(item.given.story);
      item.given.mentions?.countries.forEach((code, index) => batch.country(code, `.mentions.countries[${index}]`));
      const id = articleIdOf(item.given.url);
      const twin = items.get(id);
      if (!twin) items.set(id, item);
      else if (isDeepStrictEqual(twin.given, item.given)) twins.push(item);
      else
        throw unfit(
          `The article ${shown(item.given.url)} is also records[${twin.index}] of this batch, and says something else there.`,
          '.url',
        );
    });
  }
  const ids = [...items.keys()].sort();
  const stored = new Map((await readArticles(batch, ids)).map(article => [article.id, article]));
  const fresh = ids.filter(id => !stored.has(id)).map(id => newArticle(batch, id, items.get(id) as Item<RecordKind.ARTICLE>));
  const added = await insertRows<{ id: string }>(
    batch.db,
    'article',
    fresh.map(({ row }) => row),
    'on conflict (id) do nothing returning id',
  );
  const created = new Set(added.map(row => row.id));
  await insertRows(
    batch.db,
    'article_version',
    fresh.filter(({ row }) => created.has(row.id)).map(({ version }) => version),
  );

  const raced = fresh.map(({ row }) => row.id).filter(id => !created.has(id));
  for (const article of await readArticles(batch, raced)) stored.set(article.id, article);
  const changed = await changeArticles(batch, items, stored);
  return { items, twins, created, changed };
}

/** Puts the articles of a batch into their stories, and renews the cards of those that changed wherever they lie. */
export async function placeArticles(batch: Batch, { items, twins, created, changed }: ArticlesStored): Promise<void> {
  if (changed.size) await renewCards(batch, [...changed]);
  const joined = await joinStories(batch, items);
  for (const [id, item] of items) {
    const outcome = created.has(id)
      ? IngestOutcome.CREATED
      : changed.has(id) || joined.has(id)
        ? IngestOutcome.UPDATED
        : IngestOutcome.UNCHANGED;
    batch.settle(item, outcome, id);
  }
  for (const twin of twins) batch.settle(twin, IngestOutcome.UNCHANGED, articleIdOf(twin.given.url));
}

/** SHA-256 of headline, summary and text, by which a new wording is told from the old one. */
function wordingHash(title: string, summary: string | null, text: string | null): string {
  return createHash('sha256')
    .update(JSON.stringify([title, summary, text]))
    .digest('hex');
}

async function readArticles(batch: Batch, ids: string[]): Promise<StoredArticle[]> {
  if (!ids.length) return [];
  return (await batch.db.query(`select * from article where id = any($1)`, [ids])) as StoredArticle[];
}

/** The three clocks of an article that follow from when it was published and when it was first seen. */
function clocks(publishedAt: Date | null, precision: Precision, firstSeenAt: Date): { sort_at: Date; public_at: Date } {
  if (!publishedAt) return { sort_at: firstSeenAt, public_at: firstSeenAt };
  const end = periodEnd(publishedAt, precision);
  return { sort_at: publishedAt < firstSeenAt ? publishedAt : firstSeenAt, public_at: end < firstSeenAt ? end : firstSeenAt };
}

function newArticle(batch: Batch, id: string, { given }: Item<RecordKind.ARTICLE>): { row: Row & { id: string }; version: Row } {
  const { title, summary, text, publishedAt } = given;
  const precision = publishedAt?.precision ?? Precision.MINUTE;
  const hash = wordingHash(title, summary, text);
  const row = {
    id,
    key: given.key,
    url: given.url,
    source_id: batch.source(given.source, '.source').id,
    title,
    summary,
    language: given.language,
    published_at: publishedAt?.at ?? null,
    precision,
    date_basis: publishedAt ? (given.dateBasis ?? ArticleDateBasis.PAGE) : ArticleDateBasis.FIRST_SEEN,
    syndicated_from: given.syndicatedFrom,
    mentions: given.mentions,
    reported_figures: given.figures ?? [],
    origin_id: id,
    first_seen_at: batch.now,
    ...clocks(publishedAt?.at ?? null, precision, batch.now),
    content_hash: hash,
  };
  return { row, version: { article_id: id, number: 1, title, summary, text, content_hash: hash, seen_at: batch.now } };
}

/** What a record leaves out stays as it is stored. A new headline, summary or text is a new version. */
async function changeArticles(
  batch: Batch,
  items: Map<string, Item<RecordKind.ARTICLE>>,
  stored: Map<string, StoredArticle>,
): Promise<Set<string>> {
  const reworded = [...stored.values()].filter(old => {
    const given = items.get(old.id)?.given;
    if (!given) return false;
    const { title, summary, text } = { ...given, summary: given.summary ?? old.summary };
    return text !== null ? wordingHash(title, summary, text) !== old.content_hash : title !== old.title || summary !== old.summary;
  });
  const latest = new Map<string, Wording>();
  if (reworded.length) {
    const wordings = (await batch.db.query(
      `select distinct on (article_id) article_id, number, title, summary, text from article_version where article_id = any($1) order by article_id, number desc`,
      [reworded.map(article => article.id)],
    )) as Wording[];
    for (const wording of wordings) latest.set(wording.article_id, wording);
  }
  const versions: Row[] = [];
  const changes: (Row & { id: string })[] = [];
  for (const old of stored.values()) {
    const given = items.get(old.id)?.given;
    if (!given) continue;
    const publishedAt = given.publishedAt?.at ?? old.published_at;
    const precision = given.publishedAt?.precision ?? old.precision;
    const dated = {
      key: given.key ?? old.key,
      source_id: batch.source(given.source, '.source').id,
      title: given.title,
      summary: given.summary ?? old.summary,
      language: given.language ?? old.language,
      published_at: publishedAt,
      precision,
      date_basis: publishedAt ? (given.dateBasis ?? (old.published_at ? old.date_basis : ArticleDateBasis.PAGE)) : old.date_basis,
      syndicated_from: given.syndicatedFrom ?? old.syndicated_from,
      mentions: given.mentions ?? old.mentions,
      reported_figures: given.figures ?? old.reported_figures,
      ...clocks(publishedAt, precision, old.first_seen_at),
    };
    const wording = latest.get(old.id);
    if (!wording && Object.entries(dated).every(([column, value]) => isDeepStrictEqual(value, old[column as keyof StoredArticle])))
      continue;
    const text = given.text ?? wording?.text ?? null;
    const hash = wording ? wordingHash(dated.title, dated.summary, text) : old.content_hash;
    if (wording) {
      const { title, summary } = dated;
      const differing = wordingDiff(wording, { title, summary, text });
      versions.push({
        article_id: old.id,
        number: wording.number + 1,
        title,
        summary,
        text,
        changes: differing,
        content_hash: hash,
        seen_at: batch.now,
      });
    }
    changes.push({ id: old.id, ...dated, revised_at: wording ? batch.now : old.revised_at, content_hash: hash });
  }
  await insertRows(batch.db, 'article_version', versions);
  await updateRows(batch.db, 'article', 'id', changes);
  return new Set(changes.map(row => row.id));
}

/** Brings the cards of changed articles up to date; a new version is still to be read for facts. */
async function renewCards(batch: Batch, ids: string[]): Promise<void> {
  await batch.db.query(
    `update story_article card set title = a.title, language = a.language, source_id = a.source_id, country_code = s.country_code,
       published_at = a.published_at, sort_at = a.sort_at, public_at = a.public_at,
       unread_from = coalesce(card.unread_from, (select min(v.number) from article_version v where v.article_id = a.id and v.seen_at = $2))
     from article a join source s on s.id = a.source_id
     where a.id = any($1) and card.article_id = a.id`,
    [ids, batch.now],
  );
}

async function joinStories(batch: Batch, items: Map<string, Item<RecordKind.ARTICLE>>): Promise<Set<string>> {
  const memberships = [...items].flatMap(([id, { given }]) => (given.story === null ? [] : [{ id, story: batch.story(given.story).id }]));
  if (!memberships.length) return new Set();
  const joined = (await batch.db.query(
    `insert into story_article (story_id, article_id, title, url, language, source_id, country_code, origin_id, published_at, sort_at, public_at, recorded_at)
     select m.story_id, a.id, a.title, a.url, a.language, a.source_id, s.country_code, a.origin_id, a.published_at, a.sort_at, a.public_at, $3
     from unnest($1::uuid[], $2::uuid[]) as m (story_id, article_id) join article a on a.id = m.article_id join source s on s.id = a.source_id
     order by a.sort_at, a.id
     on conflict (story_id, article_id) do nothing returning article_id as id`,
    [memberships.map(one => one.story), memberships.map(one => one.id), batch.now],
  )) as { id: string }[];
  return new Set(joined.map(row => row.id));
}
