import type { DataSource, EntityManager } from 'typeorm';
import { mergeStories, moveArticle } from '../../dossier/edit/edit.service';
import { anyone } from '../../platform/access';
import { Refusal } from '../../platform/errors';
import { encodeNodeId, uuidV7 } from '../../platform/ids';
import { type ArrivedArticle, beginStoryOf, giveWords, putIntoStory } from './machine-story';
import type { ArticleText } from './article-text';
import { type Correction, type Placement, StoryClusterer } from './story-clusterer';

/** Stories for which no article arrived for so long are compared with no more, in days. */
const ACTIVE_DAYS = 14;

/** How many articles one round puts into stories. */
const ROUND = 200;

/** How many articles of active stories are read again after a restart. */
const REMEMBERED = 20_000;

/** From how many articles on the headline is chosen anew: at each of these sizes, and when its article leaves. */
const HEADLINE_SIZES = [3, 5, 8, 13, 21, 34, 55, 89, 144, 233, 377];

interface ReadArticle extends ArrivedArticle {
  text: ArticleText;
}

/**
 * Puts articles into stories in the order in which they arrived, those of one batch in the order of their time. It remembers the active stories, which it reads
 * when the first article arrives, so only one process may use one at a time on a database. It never touches what an editor did: an article that was taken out
 * of a story stays out, a story that an editor named keeps its name, and stories that an editor edited are not merged, and no article moves between them.
 */
export class Assigner {
  /** @param clusterer  one that knows the active stories; without it they are read */
  constructor(
    private readonly database: DataSource,
    private clusterer?: StoryClusterer,
  ) {}

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
    const placement = clusterer.place(article.id, article.text, uuidV7);
    const storyId = await this.database.transaction(async db => {
      const found = placement.isNew ? null : await whereItWent(db, placement.storyId);
      if (!found) await beginStoryOf(db, placement.storyId, article);
      await putIntoStory(db, article.id, found ?? placement.storyId, placement.score);
      return found ?? placement.storyId;
    });
    if (placement.united) await this.unite(placement.united);
    await this.chooseHeadline(storyId, clusterer);
    const correction = clusterer.reconsider();
    if (correction) await this.correct(correction, clusterer);
  }

  /**
   * An article turned out to tell another story: it is moved like by an editor, and read again for what both stories tell. One that was alone in its
   * story takes that along.
   */
  private async correct({ articleId, from, into, score }: Correction, clusterer: StoryClusterer): Promise<void> {
    const [story] = await this.database.query<{ size: number }[]>(
      `select (select count(*)::int from story_article k where k.story_id = m.story_id and k.moved_to is null) as size
       from story_article m where m.story_id = newsgraph_story_now($1) and m.article_id = $2 and m.moved_to is null and m.method = 'DETECTED'`,
      [from, articleId],
    );
    if (!story) return;
    if (story.size === 1) return this.unite({ from, into, score });
    const reason = `The machine found that the article tells this story (${score.toFixed(2)}).`;
    const stories = { from: encodeNodeId('Story', from), into: encodeNodeId('Story', into) };
    await this.unlessEdited([from, into], async () => {
      await moveArticle(this.database, anyone, { article: encodeNodeId('Article', articleId), ...stories, reason });
      await this.database.query(
        `update story_article set score = $3, unread_from = 1 where story_id = newsgraph_story_now($1) and article_id = $2 and moved_to is null`,
        [into, articleId, score],
      );
      for (const id of [from, into]) await this.chooseHeadline(id, clusterer);
    });
  }

  /** Two stories turned out to be one: they are merged like by an editor, so that an editor can undo it. */
  private async unite({ from, into, score }: NonNullable<Placement['united']>): Promise<void> {
    const reason = `The machine found that both tell the same (${score.toFixed(2)}).`;
    const stories = { stories: [encodeNodeId('Story', from)], into: encodeNodeId('Story', into) };
    await this.unlessEdited([from, into], () => mergeStories(this.database, anyone, { ...stories, reason }));
  }

  /** Changes stories unless an editor did something to one of them. */
  private async unlessEdited(stories: string[], change: () => Promise<unknown>): Promise<void> {
    const [touched] = await this.database.query<{ yes: boolean }[]>(
      `select exists (select from edit where api_key_id is not null and detail->'stories' ?| $1) as yes`,
      [stories],
    );
    if (touched?.yes) return;
    try {
      await change();
    } catch (error) {
      if (!(error instanceof Refusal)) throw error; // they were changed meanwhile
    }
  }

  /** Takes the headline of the most central article, where the headline is the machine's to choose: where it is that of an article. */
  private async chooseHeadline(storyId: string, clusterer: StoryClusterer): Promise<void> {
    const db = this.database.manager;
    const [story] = await db.query<{ size: number; headline: string; chosen: boolean; orphaned: boolean }[]>(
      `select (select count(*)::int from story_article k where k.story_id = $1 and k.moved_to is null) as size, r.headline,
         exists (select from story_article k where k.story_id = $1 and k.title = r.headline and k.method = 'DETECTED')
           and not exists (select from edit e where e.story_id = $1 and e.api_key_id is not null) as chosen,
         not exists (select from story_article k where k.story_id = $1 and k.title = r.headline and k.moved_to is null) as orphaned
       from story_revision r where r.story_id = $1 order by r.public_at desc, r.recorded_at desc, r.id desc limit 1`,
      [storyId],
    );
    if (!story?.chosen || !(story.orphaned || HEADLINE_SIZES.includes(story.size))) return;
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
