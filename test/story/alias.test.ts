import { describe, expect, it } from '@jest/globals';
import { encodeNodeId } from '../../src/platform/ids';
import { useApi } from '../support/api';
import { useDatabase } from '../support/database';
import { aName, article, makeStory, statement, store } from '../support/makers';
import { untilSettled } from '../support/settled';

const here = useDatabase();
const api = useApi(here);

async function idOf(slug: string): Promise<string> {
  const [story] = (await here.db.query(`select id from story where slug = $1`, [slug])) as { id: string }[];
  return story?.id ?? '';
}

async function aStory(): Promise<{ slug: string; uuid: string; id: string }> {
  const { slug } = await makeStory(here.db);
  const uuid = await idOf(slug);
  return { slug, uuid, id: encodeNodeId('Story', uuid) };
}

async function merge(from: { uuid: string }, into: { uuid: string }): Promise<void> {
  await here.db.query(`update story set merged_into = $2 where id = $1`, [from.uuid, into.uuid]);
}

/** The slugs that a selector leads to, on every way on which a story can be asked for. */
async function ledTo(selector: string, id?: string): Promise<unknown[]> {
  const { data, errors } = await api.ask(`query ($selector: String!) { story(slug: $selector) { slug } }`, { selector });
  expect(errors).toBeUndefined();
  const slugs = [data.story?.slug];
  if (!id) return slugs;
  const answer = await api.ask(`query ($id: ID!) { node(id: $id) { ... on Story { slug } } nodes(ids: [$id]) { ... on Story { slug } } }`, {
    id,
  });
  expect(answer.errors).toBeUndefined();
  return [...slugs, answer.data.node?.slug, answer.data.nodes[0]?.slug];
}

describe('a story', () => {
  it('is found by its slug and by its id', async () => {
    const { slug, id } = await aStory();
    expect(await ledTo(slug, id)).toEqual([slug, slug, slug]);
    expect(await ledTo(id)).toEqual([slug]);
  });

  it('is found by a slug that it once had', async () => {
    const { slug, uuid } = await aStory();
    const former = aName('former');
    await here.db.query(`insert into story_alias (alias, story_id) values ($1, $2)`, [former, uuid]);
    expect(await ledTo(former)).toEqual([slug]);
  });

  it('is found by the slugs and ids of what was merged into it, however many mergers ago', async () => {
    const [first, second, third] = [await aStory(), await aStory(), await aStory()];
    await merge(first, second);
    expect(await ledTo(first.slug, first.id)).toEqual([second.slug, second.slug, second.slug]);
    await merge(second, third);
    for (const gone of [first, second]) {
      expect(await ledTo(gone.slug, gone.id)).toEqual([third.slug, third.slug, third.slug]);
      expect(await ledTo(gone.id)).toEqual([third.slug]);
    }
  });

  it('is listed no more once it was merged away, and its log is that of its successor', async () => {
    const [gone, kept] = [await aStory(), await aStory()];
    await merge(gone, kept);
    const listed = await api.ask(`{ stories(first: 100) { nodes { slug } } }`);
    expect(listed.data.stories.nodes).toContainEqual({ slug: kept.slug });
    expect(listed.data.stories.nodes).not.toContainEqual({ slug: gone.slug });
    await untilSettled(here.db);
    const [log, successors] = await Promise.all(
      [gone.slug, kept.slug].map(story => api.ask(`query ($story: String) { changes(story: $story) { nodes { at kind } } }`, { story })),
    );
    expect(log?.data.changes.nodes.length).toBeGreaterThan(0);
    expect(log?.data).toEqual(successors?.data);
  });

  it('is null, and no error, where nothing of the name was ever there', async () => {
    const { uuid } = await aStory();
    for (const nothing of ['no-such-story', '', ' ', uuid.replace(/./g, '0'), encodeNodeId('Story', uuid.replace(/[0-9a-f]/g, '0'))]) {
      expect(await ledTo(nothing)).toEqual([undefined]);
    }
  });

  it('is not found by the id of something else', async () => {
    const made = await makeStory(here.db);
    await store(here.db, [article(made), statement(made)]);
    const { data } = await api.ask(
      `query ($slug: String!) { story(slug: $slug) { articles { nodes { id } } statements { nodes { id } } } }`,
      {
        slug: made.slug,
      },
    );
    for (const { id } of [...data.story.articles.nodes, ...data.story.statements.nodes] as { id: string }[]) {
      expect(await ledTo(id)).toEqual([undefined]);
    }
  });

  it('takes records under a slug that it once had', async () => {
    const { slug, uuid } = await aStory();
    const made = await makeStory(here.db);
    const former = aName('former');
    await here.db.query(`insert into story_alias (alias, story_id) values ($1, $2)`, [former, uuid]);
    await store(here.db, [statement(made, { story: former })]);
    const { data } = await api.ask(`query ($slug: String!) { story(slug: $slug) { slug statements { totalCount } } }`, { slug: former });
    expect(data.story).toEqual({ slug, statements: { totalCount: 1 } });
  });
});
