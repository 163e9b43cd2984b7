import type { EntityManager } from 'typeorm';
import { encodeNodeId, uuidV7 } from '../../platform/ids';
import { latin } from './latin';

/** An article that is to be put into a story. */
export interface ArrivedArticle {
  id: string;
  title: string;
  summary: string | null;
  sortAt: Date;
  publicAt: Date;
}

/** Begins a story with its first article: headline and summary are the article's, until it has more to choose from. */
export async function beginStoryOf(db: EntityManager, id: string, { title, summary, sortAt, publicAt }: ArrivedArticle): Promise<void> {
  const slug = await freeSlug(db, title, id);
  await db.query(`insert into story (id, slug, started_at, last_activity_at, public_at) values ($1, $2, $3, $3, $4)`, [
    id,
    slug,
    sortAt,
    publicAt,
  ]);
  await db.query(`insert into story_alias (alias, story_id) values ($2, $1), ($3, $1)`, [id, slug, encodeNodeId('Story', id)]);
  await giveWords(db, id, title, summary ?? '', publicAt);
}

/** Adds a headline and summary to a story. */
export async function giveWords(db: EntityManager, storyId: string, headline: string, summary: string, at: Date): Promise<void> {
  await db.query(
    `insert into story_revision (story_id, id, headline, summary, reported_at, precision, public_at) values ($1, $2, $3, $4, $5, 'MINUTE', $5)`,
    [storyId, uuidV7(), headline, summary, at],
  );
}

/** Puts an article into a story, with how sure the machine was. Doing it twice changes nothing, and what an editor took out stays out. */
export async function putIntoStory(db: EntityManager, articleId: string, storyId: string, score: number): Promise<void> {
  await db.query(
    `insert into story_article (story_id, article_id, title, url, language, source_id, country_code, origin_id, published_at, sort_at, public_at, method, score)
     select $1, a.id, a.title, a.url, a.language, a.source_id, s.country_code, a.origin_id, a.published_at, a.sort_at, a.public_at, 'DETECTED', $3
     from article a join source s on s.id = a.source_id where a.id = $2
     on conflict (story_id, article_id) do nothing`,
    [storyId, articleId, score],
  );
}

/** The first eight words of a title in Latin letters; with the beginning of the story's id where another story has that name. */
async function freeSlug(db: EntityManager, title: string, id: string): Promise<string> {
  const words = latin(title).match(/[a-z0-9]+/g) ?? ['story'];
  const slug = words.slice(0, 8).join('-').slice(0, 80);
  const taken = await db.query<unknown[]>(`select from story_alias where alias = $1`, [slug]);
  return taken.length === 0 ? slug : `${slug}-${id.replaceAll('-', '').slice(-8)}`;
}
