import type { DataSource, EntityManager } from 'typeorm';
import { mergeStories } from '../../dossier/edit/edit.service';
import { anyone } from '../../platform/access';
import { Refusal } from '../../platform/errors';
import { encodeNodeId, uuidV7 } from '../../platform/ids';
import { type ArrivedArticle, beginStoryOf, giveWords, putIntoStory } from './machine-story';
import type { ArticleText } from './article-text';
import { type Placement, StoryClusterer } from './story-clusterer';

/** Stories for which no article arrived for so long are compared with no more, in days. */
const ACTIVE_DAYS = 14;

/** How many articles one round puts into stories. */
const ROUND = 200;

/** How many articles of active stories are read again after a restart. */
const REMEMBERED = 20_000;

/** From how many articles on the headline is chosen anew: at each of these sizes. */
const HEADLINE_SIZES = [3, 5, 8, 13, 21, 34, 55, 89, 144, 233, 377];

interface ReadArticle extends ArrivedArticle {
  text: ArticleText;
}

/**
 * Puts articles into stories in the order in which they arrived, those of one batch in the order of their time. It remembers the active stories, which it reads
 * when the first article arrives, so only one process may use one at a time on a database. It never touches what an editor did: an article that was taken out
 * of a story stays out, a story that an editor named keeps its name, and stories that an editor edited are not merged.
 */
export class Assigner {
  private clusterer: StoryClusterer | undefined;

  constructor(private readonly database: DataSource) {}

  /** Puts the articles that are in no story yet into stories, at most a round of them, until it is stopped. Returns how many there were. */
  async assignNew(now = new Date(), stopped = (): boolean => false): Promise<number> {
    const arrived = await articlesWhere(
      this.database.manager,
      `a.first_seen_at > $1 and not exists (select from story_article k where k.article_id = a.id) order by a.first_seen_at, a.sort_at, a.id limit ${ROUND}`,
      [daysBefore(now, ACTIVE_DAYS)],
    );
    for (const article of arrived) {
      if (stopped()) break;
      this.clusterer ??= await clustererOf(this.database, now);
      await this.assign(article, this.clusterer);
    }
    this.clusterer?.forgetQuiet(daysBefore(now, ACTIVE_DAYS));
    return arrived.length;
  }

  private async assign(article: ReadArticle, clusterer: StoryClusterer): Promise<void> {
    const placement = clusterer.place(article.text, uuidV7);
    const storyId = await this.database.transaction(async db => {
      const found = placement.isNew ? null : await whereItWent(db, placement.storyId);
      if (!found) await beginStoryOf(db, placement.storyId, article);
      await putIntoStory(db, article.id, found ?? placement.storyId, placement.score);
      return found ?? placement.storyId;
    });
    if (placement.united) await this.unite(placement.united);
    await this.chooseHeadline(storyId, clusterer);
  }

  /** Two stories turned out to be one: they are merged like by an editor, so that an editor can undo it. */
  private async unite({ from, into, score }: NonNullable<Placement['united']>): Promise<void> {
    const [touched] = await this.database.query<{ yes: boolean }[]>(
      `select exists (select from edit where api_key_id is not null and detail->'stories' ?| $1) as yes`,
      [[from, into]],
    );
    if (touched?.yes) return;
    const reason = `The machine found that both tell the same (${score.toFixed(2)}).`;
    try {
      await mergeStories(this.database, anyone, { stories: [encodeNodeId('Story', from)], into: encodeNodeId('Story', into), reason });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error; // they were merged meanwhile
    }
  }

  /** Takes the headline of the most central article, where the headline is the machine's to choose: where it is that of an article. */
  private async chooseHeadline(storyId: string, clusterer: StoryClusterer): Promise<void> {
    const db = this.database.manager;
    const [story] = await db.query<{ size: number; headline: string; chosen: boolean }[]>(
      `select (select count(*)::int from story_article k where k.story_id = $1 and k.moved_to is null) as size, r.headline,
         exists (select from story_article k where k.story_id = $1 and k.title = r.headline and k.method = 'DETECTED')
           and not exists (select from edit e where e.story_id = $1 and e.api_key_id is not null) as chosen
       from story_revision r where r.story_id = $1 order by r.public_at desc, r.recorded_at desc, r.id desc limit 1`,
      [storyId],
    );
    if (!story?.chosen || !HEADLINE_SIZES.includes(story.size)) return;
    const articles = await articlesWhere(
      db,
      `a.id in (select k.article_id from story_article k where k.story_id = $1 and k.moved_to is null order by k.sort_at desc limit 40) order by a.sort_at, a.id`,
      [storyId],
    );
    const central = articles[clusterer.mostCentral(articles.map(({ text }) => text))];
    if (central && central.title !== story.headline) await giveWords(db, storyId, central.title, central.summary ?? '', new Date());
  }
}

/** A clusterer that knows the active stories as they are stored. */
async function clustererOf(database: DataSource, now: Date): Promise<StoryClusterer> {
  const clusterer = new StoryClusterer();
  const known = await database.query<{ story_id: string; article_id: string }[]>(
    `select k.story_id, k.article_id from story_article k join story s on s.id = k.story_id
     where k.moved_to is null and s.merged_into is null
       and s.id in (select arrived.story_id from article a join story_article arrived on arrived.article_id = a.id where a.first_seen_at > $1)
     order by k.recorded_at desc limit ${REMEMBERED}`,
    [daysBefore(now, ACTIVE_DAYS)],
  );
  const storyOf = new Map(known.map(row => [row.article_id, row.story_id]));
  const articles = await articlesWhere(database.manager, `a.id = any($1) order by a.first_seen_at, a.sort_at, a.id`, [[...storyOf.keys()]]);
  for (const { id, text } of articles) clusterer.restore(storyOf.get(id) ?? '', text);
  return clusterer;
}

async function articlesWhere(db: EntityManager, condition: string, values: unknown[]): Promise<ReadArticle[]> {
  const rows = await db.query<
    (ArrivedArticle & { text: string | null; language: string | null; publishedAt: Date | null; firstSeenAt: Date })[]
  >(
    `select a.id, a.title, a.summary, a.sort_at as "sortAt", a.public_at as "publicAt", a.language, a.published_at as "publishedAt", a.first_seen_at as "firstSeenAt",
       coalesce((select v.text from article_version v where v.article_id = a.id order by v.number desc limit 1), a.summary) as text
     from article a where ${condition}`,
    values,
  );
  return rows.map(({ text, language, publishedAt, firstSeenAt, ...article }) => {
    return { ...article, text: { title: article.title, text, language, publishedAt, firstSeenAt } };
  });
}

/** The story that this one is today; null where it is gone, as after a rollback. */
async function whereItWent(db: EntityManager, id: string): Promise<string | null> {
  const [row] = await db.query<{ id: string | null }[]>(`select newsgraph_story_now($1) as id`, [id]);
  return row?.id ?? null;
}

function daysBefore(now: Date, days: number): Date {
  return new Date(now.getTime() - days * 86_400_000);
}
