import type { EntityManager } from 'typeorm';
import type { Precision } from '../../platform/moment';

/** One wording of an article, with the time from which it was public. */
export interface UnreadVersion {
  number: number;
  title: string;
  summary: string | null;
  text: string | null;
  reportedAt: Date;
  precision: Precision;
  publicAt: Date;
}

/** An article of a story with what was not read of it yet, and who published it. */
export interface UnreadArticle {
  storyId: string;
  articleId: string;
  originId: string;
  url: string;
  language: string | null;
  syndicatedFrom: string | null;
  source: { id: string; slug: string; name: string; kind: string; official: boolean; country: string | null };
  /** Whether a feed brought it, and not a record. */
  fromFeed: boolean;
  versions: UnreadVersion[];
}

/** Which article of which story. */
export interface Place {
  storyId: string;
  articleId: string;
}

/** The articles that are still to be read for facts of their story, those that came first first. Reprints must be known as such before. */
export async function placesToRead(db: EntityManager, most: number): Promise<Place[]> {
  return db.query<Place[]>(
    `select k.story_id as "storyId", k.article_id as "articleId" from story_article k join article a on a.id = k.article_id join story s on s.id = k.story_id
     where k.unread_from is not null and k.moved_to is null and a.origin_sought and s.merged_into is null order by k.recorded_at, k.story_id, k.article_id limit $1`,
    [most],
  );
}

/**
 * Takes an article for reading: locks its story, as every writer of facts does, and reads it. Null where another works on the story, or where there
 * is nothing left to read.
 */
export async function takeArticle(db: EntityManager, { storyId, articleId }: Place): Promise<UnreadArticle | null> {
  const locked = await db.query<unknown[]>(`select from story where id = $1 and merged_into is null for no key update skip locked`, [
    storyId,
  ]);
  if (locked.length === 0) return null;
  const [article] = await db.query<(Omit<UnreadArticle, 'versions' | 'source'> & SourceColumns & Clocks)[]>(
    `select k.story_id as "storyId", k.article_id as "articleId", k.origin_id as "originId", k.unread_from as "unreadFrom", a.url, a.language,
       a.syndicated_from as "syndicatedFrom", coalesce(a.published_at, a.sort_at) as "publishedAt", a.precision, a.public_at as "publicAt",
       s.id as "sourceId", s.slug, s.name, s.kind, s.role, s.country_code as country,
       exists (select from feed_article f where f.article_id = a.id) as "fromFeed"
     from story_article k join article a on a.id = k.article_id join source s on s.id = a.source_id
     where k.story_id = $1 and k.article_id = $2 and k.unread_from is not null and k.moved_to is null`,
    [storyId, articleId],
  );
  if (!article) return null;
  const { sourceId, slug, name, kind, role, country, unreadFrom, publishedAt, precision, publicAt, ...rest } = article;
  const versions = await db.query<(Omit<UnreadVersion, 'reportedAt' | 'precision' | 'publicAt'> & { seenAt: Date; first: boolean })[]>(
    `select v.number, v.title, v.summary, v.text, v.seen_at as "seenAt",
       not exists (select from article_version e where e.article_id = v.article_id and e.number < v.number and e.text is not null) as first
     from article_version v where v.article_id = $1 and v.number >= $2 order by v.number`,
    [articleId, unreadFrom],
  );
  return {
    ...rest,
    source: { id: sourceId, slug, name, kind, official: role === 'OFFICIAL_ISSUER', country },
    versions: versions.map(({ seenAt, first, ...wording }) => {
      const clocks = first
        ? { reportedAt: publishedAt, precision, publicAt }
        : { reportedAt: seenAt, precision: 'MINUTE' as const, publicAt: seenAt };
      return { ...wording, ...clocks };
    }),
  };
}

/** Notes that all of an article was read. */
export async function markRead(db: EntityManager, { storyId, articleId }: Place): Promise<void> {
  await db.query(`update story_article set unread_from = null where story_id = $1 and article_id = $2`, [storyId, articleId]);
}

interface SourceColumns {
  sourceId: string;
  slug: string;
  name: string;
  kind: string;
  role: string;
  country: string | null;
}

interface Clocks {
  unreadFrom: number;
  publishedAt: Date;
  precision: Precision;
  publicAt: Date;
}
