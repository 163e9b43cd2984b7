import type { DataSource, EntityManager } from 'typeorm';
import type { Caller } from '../../platform/context';
import { Refusal, shown } from '../../platform/errors';
import { encodeNodeId, uuidV7 } from '../../platform/ids';
import type { Reference } from '../../planner/planner';
import { Story, StoryAlias, StoryRevision } from '../../story/story.entity';
import { EditKind, type Moved } from './edit.entity';
import type { AssignArticlesInput, CreateStoryInput, MergeStoriesInput, RenameStoryInput, SplitStoryInput } from './edit.input';
import { edit, type EditedStory, keysOf } from './edit-session';
import { type Chosen, moveRows, NOWHERE } from './moving';

/** What an edit hands back: the story, and the entry of the audit. */
export interface Edited {
  story: Reference;
  edit: Reference;
}

const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** Merges stories into one. Their rows move, their slugs and ids lead to it from then on. */
export function mergeStories(database: DataSource, caller: Caller, { stories, into, reason }: MergeStoriesInput): Promise<Edited> {
  return edit(database, caller, reason, async ({ db, story, record }) => {
    const target = await story(into);
    const ending = new Map<string, EditedStory>();
    for (const selector of [...new Set(stories)].sort()) {
      const found = await story(selector);
      if (found.id === target.id)
        throw new Refusal('CONFLICT', `${shown(selector)} is the story ${shown(target.slug)} itself: it cannot be merged into itself.`);
      ending.set(found.id, found);
    }
    if (ending.size === 0) throw new Refusal('BAD_USER_INPUT', '"stories" is empty: name the stories that are to end.');
    const moved: Moved[] = [];
    for (const { id } of ending.values()) {
      moved.push(await moveRows(db, id, target.id, undefined));
      await db.update(Story, { id }, { mergedInto: target.id });
    }
    const entry = await record(EditKind.MERGE, target, reason, { stories: [target.id, ...ending.keys()], moved });
    return edited(target, entry);
  });
}

/** Makes a story of its own out of a part of another. */
export function splitStory(
  database: DataSource,
  caller: Caller,
  { story: selector, articles, facts, reason, ...words }: SplitStoryInput,
): Promise<Edited & { newStory: Reference }> {
  return edit(database, caller, reason, async ({ db, story, record }) => {
    const origin = await story(selector);
    const chosen = await chosenRows(db, origin, articles, facts);
    const made = await makeStory(db, words);
    const moved = await moveRows(db, origin.id, made.id, chosen);
    const entry = await record(EditKind.SPLIT, origin, reason, { stories: [origin.id, made.id], moved: [moved] });
    return { ...edited(origin, entry), newStory: { type: 'Story', uuid: made.id } };
  });
}

/** Begins a story. */
export function createStory(database: DataSource, caller: Caller, { reason, ...words }: CreateStoryInput): Promise<Edited> {
  return edit(database, caller, reason, async ({ db, record }) => {
    const made = await makeStory(db, words);
    return edited(made, await record(EditKind.CREATE, made, reason, { stories: [made.id] }));
  });
}

/** Gives a story another slug, headline or summary. The old slug leads to it for ever; old words hold for `asOf` before now. */
export function renameStory(
  database: DataSource,
  caller: Caller,
  { story: selector, slug, headline, summary, reason }: RenameStoryInput,
): Promise<Edited> {
  return edit(database, caller, reason, async ({ db, story, record }) => {
    const found = await story(selector);
    if (slug != null) {
      await takeSlug(db, found.id, slug);
      await db.update(Story, { id: found.id }, { slug });
    }
    if (headline != null || summary != null) {
      const latest = await db.findOne(StoryRevision, {
        where: { storyId: found.id },
        order: { publicAt: 'DESC', recordedAt: 'DESC', id: 'DESC' },
      });
      await revise(db, found.id, headline ?? latest?.headline ?? found.slug, summary ?? latest?.summary ?? '');
    }
    return edited(found, await record(EditKind.RENAME, found, reason, { stories: [found.id] }));
  });
}

/** Puts articles into a story; those that are there already stay as they are. */
export function assignArticles(
  database: DataSource,
  caller: Caller,
  { story: selector, articles, reason }: AssignArticlesInput,
): Promise<Edited> {
  return edit(database, caller, reason, async ({ db, story, record }) => {
    const found = await story(selector);
    const ids = keysOf(articles, ['Article'], 'articles').map(({ uuid }) => uuid);
    const landed = (await db.query(
      `insert into story_article (story_id, article_id, title, url, language, source_id, country_code, origin_id, published_at, sort_at, public_at, method)
       select $1, a.id, a.title, a.url, a.language, a.source_id, s.country_code, a.origin_id, a.published_at, a.sort_at, a.public_at, 'EDITED'
       from article a join source s on s.id = a.source_id where a.id = any($2)
       on conflict (story_id, article_id) do update set moved_to = null, method = 'EDITED' where story_article.moved_to is not null
       returning article_id as id`,
      [found.id, ids],
    )) as { id: string }[];
    const moved: Moved = { from: NOWHERE, to: found.id, landed: { story_article: landed.map(({ id }) => id) }, closed: {} };
    return edited(found, await record(EditKind.ASSIGN, found, reason, { stories: [found.id], moved: [moved] }));
  });
}

/** Takes articles out of a story. */
export function unassignArticles(
  database: DataSource,
  caller: Caller,
  { story: selector, articles, reason }: AssignArticlesInput,
): Promise<Edited> {
  return edit(database, caller, reason, async ({ db, story, record }) => {
    const found = await story(selector);
    const ids = keysOf(articles, ['Article'], 'articles').map(({ uuid }) => uuid);
    const [closed] = (await db.query(
      `update story_article set moved_to = $3, method = 'EDITED' where story_id = $1 and article_id = any($2) and moved_to is null returning article_id as id`,
      [found.id, ids, NOWHERE],
    )) as [{ id: string }[], number];
    const moved: Moved = { from: found.id, to: NOWHERE, landed: {}, closed: { story_article: closed.map(({ id }) => id) } };
    return edited(found, await record(EditKind.UNASSIGN, found, reason, { stories: [found.id], moved: [moved] }));
  });
}

/** Moves an article to another story, with the facts that were found in it and nowhere else. */
export function moveArticle(
  database: DataSource,
  caller: Caller,
  { article, from, into, reason }: { article: string; from: string; into: string; reason: string },
): Promise<Edited> {
  return edit(database, caller, reason, async ({ db, story, record }) => {
    const target = await story(into);
    const origin = await story(from);
    if (origin.id === target.id)
      throw new Refusal('CONFLICT', `${shown(from)} and ${shown(into)} are one story: there is nowhere to move to.`);
    const [key] = keysOf([article], ['Article'], 'article');
    const facts = await factsFoundOnlyIn(db, origin, key?.uuid ?? '');
    const moved = await moveRows(db, origin.id, target.id, await chosenRows(db, origin, [article], facts));
    return edited(target, await record(EditKind.ASSIGN, target, reason, { stories: [target.id, origin.id], moved: [moved] }));
  });
}

function edited(story: EditedStory, entry: string): Edited {
  return { story: { type: 'Story', uuid: story.id }, edit: { type: 'Edit', uuid: entry } };
}

async function makeStory(
  db: EntityManager,
  { slug, headline, summary }: { slug: string; headline: string; summary: string },
): Promise<EditedStory> {
  const id = uuidV7();
  if (headline.trim() === '') throw new Refusal('BAD_USER_INPUT', '"headline" is empty: say in a line what the story is about.');
  await db.insert(Story, { id, slug });
  await takeSlug(db, id, slug);
  await db.insert(StoryAlias, { alias: encodeNodeId('Story', id), storyId: id });
  await revise(db, id, headline, summary);
  return { id, slug };
}

async function revise(db: EntityManager, storyId: string, headline: string, summary: string): Promise<void> {
  const now = new Date();
  await db.insert(StoryRevision, { storyId, id: uuidV7(), headline, summary, reportedAt: now, precision: 'MINUTE', publicAt: now });
}

/** @throws Refusal  BAD_USER_INPUT for a malformed slug, CONFLICT where it leads to another story */
async function takeSlug(db: EntityManager, storyId: string, slug: string): Promise<void> {
  if (!SLUG.test(slug) || slug.length > 200) {
    throw new Refusal(
      'BAD_USER_INPUT',
      `${shown(slug)} is not a slug: use lower-case letters, digits and single hyphens, such as "crocus-city-hall-attack".`,
    );
  }
  await db.query(`insert into story_alias (alias, story_id) values ($1, $2) on conflict do nothing`, [slug, storyId]);
  const taken = await db.findOneBy(StoryAlias, { alias: slug });
  if (taken?.storyId !== storyId)
    throw new Refusal('CONFLICT', `The slug ${shown(slug)} leads to another story: slugs lead to one story for ever.`);
}

/** The rows that go along with what an editor chose: citations and retractions of facts, positions and assessments of claims. */
async function chosenRows(db: EntityManager, story: EditedStory, articles: readonly string[], facts: readonly string[]): Promise<Chosen> {
  const keys = keysOf(facts, ['Event', 'Statement', 'Figure', 'Claim'], 'facts');
  const of = (type: string): string[] => keys.filter(key => key.type === type).map(({ uuid }) => uuid);
  const idsOf = async (table: string, column: string, ids: readonly string[]): Promise<string[]> =>
    (
      await db.query<{ id: string }[]>(`select id from ${table} where story_id = $1 and ${column} = any($2) and moved_to is null`, [
        story.id,
        ids,
      ])
    ).map(({ id }) => id);
  const position = await idsOf('position', 'claim_id', of('Claim'));
  const moving = [...of('Event'), ...of('Statement'), ...of('Figure'), ...position];
  const chosen = {
    story_article: keysOf(articles, ['Article'], 'articles').map(({ uuid }) => uuid),
    event: of('Event'),
    statement: of('Statement'),
    figure: of('Figure'),
    claim: of('Claim'),
    claim_assessment: await idsOf('claim_assessment', 'claim_id', of('Claim')),
    position,
    citation: await idsOf('citation', 'fact_id', moving),
    retraction: await idsOf('retraction', 'fact_id', moving),
  };
  await requireHere(db, story, chosen);
  return chosen;
}

/** The facts of a story that were found in one article and in no other; an event only if all that is said of it goes along. */
async function factsFoundOnlyIn(db: EntityManager, story: EditedStory, article: string): Promise<string[]> {
  const found = (table: string): string =>
    `select f.id from ${table} f where f.story_id = $1 and f.moved_to is null and f.method = 'DETECTED' and (
       select bool_and(c.article_id is not distinct from $2) from citation c where c.story_id = f.story_id and c.fact_id = f.id and c.moved_to is null
     )`;
  const rows = await db.query<{ type: string; id: string }[]>(
    `with figures as (${found('figure')}), statements as (${found('statement')}), events as (${found('event')})
     select 'Figure' as type, id from figures
     union all select 'Statement', id from statements
     union all select 'Event', e.id from events e where not exists (
       select from figure g where g.story_id = $1 and g.event_id = e.id and g.moved_to is null and not exists (select from figures where figures.id = g.id)
     )`,
    [story.id, article],
  );
  return rows.map(({ type, id }) => encodeNodeId(type, id));
}

async function requireHere(db: EntityManager, story: EditedStory, chosen: Record<string, string[]>): Promise<void> {
  if (chosen['story_article']?.length === 0 && ['event', 'statement', 'figure', 'claim'].every(table => chosen[table]?.length === 0)) {
    throw new Refusal('BAD_USER_INPUT', 'Nothing is chosen: name the "articles" or "facts" that go into the new story.');
  }
  for (const [table, key] of [['story_article', 'article_id'], ...['event', 'statement', 'figure', 'claim'].map(name => [name, 'id'])] as [
    string,
    string,
  ][]) {
    const rows = await db.query<{ id: string }[]>(
      `select wanted.id from unnest($2::uuid[]) wanted(id) where not exists (
         select from ${table} t where t.story_id = $1 and t.${key} = wanted.id and t.moved_to is null)`,
      [story.id, chosen[table]],
    );
    const [missing] = rows;
    if (missing) {
      const type = table === 'story_article' ? 'Article' : `${table.charAt(0).toUpperCase()}${table.slice(1)}`;
      throw new Refusal('CONFLICT', `${shown(encodeNodeId(type, missing.id))} does not lie in the story ${shown(story.slug)}.`);
    }
  }
}
