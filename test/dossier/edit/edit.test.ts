import { describe, expect, it } from '@jest/globals';
import { print, parse, Kind, type OperationDefinitionNode } from 'graphql';
import { Role } from '../../../src/platform/api-key.entity';
import type { Caller } from '../../../src/platform/context';
import { type Answer, operation, useApi } from '../../support/api';
import { useDatabase } from '../../support/database';
import { aName, article, figure, makeStory, type MadeStory, statement, store } from '../../support/makers';

const here = useDatabase();
const api = useApi(here);
const editor: Caller = { keyId: null, role: Role.EDITOR };
const edits = parse(operation('EditStory')).definitions as OperationDefinitionNode[];

/** Runs one of the public operations of editing. */
function run(name: string, variables: object): Promise<Answer> {
  const node = edits.find(definition => definition.kind === Kind.OPERATION_DEFINITION && definition.name?.value === name);
  if (!node) throw new Error(`there is no operation ${name}`);
  return api.ask(print(node), variables as Record<string, unknown>, name, editor);
}

async function contentsOf(
  slug: string,
): Promise<{ id: string; articles: string[]; statements: string[]; figures: number; events: string[] } | null> {
  const { data, errors } = await api.ask(
    `query ($slug: String!) { story(slug: $slug) { id articles(first: 100) { nodes { id } } statements(first: 100) { nodes { id } } events { nodes { id } } figures { totalCount } } }`,
    { slug },
  );
  expect(errors).toBeUndefined();
  const { story } = data;
  const ids = (list: { nodes: { id: string }[] }): string[] => list.nodes.map(({ id }) => id).sort();
  return (
    story && {
      id: story.id,
      articles: ids(story.articles),
      statements: ids(story.statements),
      events: ids(story.events),
      figures: story.figures.totalCount,
    }
  );
}

async function aStory(): Promise<MadeStory> {
  const story = await makeStory(here.db);
  const answered = aName('statement');
  await store(here.db, [
    article(story),
    article(story),
    statement(story, { key: answered }),
    statement(story, { answers: { statement: answered } }),
    figure(story),
  ]);
  return story;
}

describe('a merger', () => {
  it('brings everything into one story, to which every slug and id leads, and is undone exactly', async () => {
    const [a, b] = [await aStory(), await aStory()];
    const [before, kept] = [await contentsOf(a.slug), await contentsOf(b.slug)];
    const { data, errors } = await run('MergeStories', { input: { stories: [a.slug], into: b.slug, reason: 'The same event.' } });
    expect(errors).toBeUndefined();
    expect(data.mergeStories).toMatchObject({ story: { slug: b.slug, id: kept?.id }, edit: { reason: 'The same event.' } });
    const merged = await contentsOf(a.slug);
    expect(merged).toEqual(await contentsOf(before?.id ?? ''));
    expect(merged).toMatchObject({ id: kept?.id, figures: 2 });
    expect(merged?.articles).toEqual([...(before?.articles ?? []), ...(kept?.articles ?? [])].sort());
    const undone = await run('UndoEdit', { id: data.mergeStories.edit.id, reason: 'They were two.' });
    expect(undone.errors).toBeUndefined();
    expect(undone.data.undoEdit.edit.undoneAt).not.toBeNull();
    expect([await contentsOf(a.slug), await contentsOf(b.slug)]).toEqual([before, kept]);
  });

  it('keeps what answers what', async () => {
    const [a, b] = [await aStory(), await aStory()];
    await run('MergeStories', { input: { stories: [a.slug], into: b.slug, reason: 'One.' } });
    const { data } = await api.ask(`query ($slug: String!) { story(slug: $slug) { statements { nodes { answers { __typename } } } } }`, {
      slug: a.slug,
    });
    expect((data.story.statements.nodes as { answers: unknown }[]).filter(({ answers }) => answers !== null)).toHaveLength(2);
  });

  it('of a story with itself is refused, as are stories that are not there and an empty reason', async () => {
    const { slug } = await makeStory(here.db);
    const codes = async (input: object): Promise<unknown> =>
      (await run('MergeStories', { input })).errors?.map(error => error.extensions?.code);
    expect(await codes({ stories: [slug], into: slug, reason: 'x' })).toEqual(['CONFLICT']);
    expect(await codes({ stories: ['no-such'], into: slug, reason: 'x' })).toEqual(['NOT_FOUND']);
    expect(await codes({ stories: [slug], into: slug, reason: ' ' })).toEqual(['BAD_USER_INPUT']);
  });
});

describe('a split', () => {
  it('moves what was chosen into a new story, and undoing it brings all back', async () => {
    const story = await aStory();
    const before = await contentsOf(story.slug);
    const slug = aName('part');
    const chosen = { articles: before?.articles.slice(0, 1), facts: before?.statements.slice(0, 1) };
    const { data, errors } = await run('SplitStory', {
      input: { story: story.slug, slug, headline: 'A part', reason: 'Another event.', ...chosen },
    });
    expect(errors).toBeUndefined();
    expect(data.splitStory).toMatchObject({ story: { slug: story.slug }, newStory: { slug } });
    expect(await contentsOf(slug)).toMatchObject({ articles: chosen.articles, statements: chosen.facts, figures: 0, events: [] });
    expect(await contentsOf(story.slug)).toMatchObject({
      articles: before?.articles.slice(1),
      statements: before?.statements.slice(1),
      figures: 1,
    });
    await run('UndoEdit', { id: data.splitStory.edit.id, reason: 'No.' });
    expect(await contentsOf(story.slug)).toEqual(before);
    expect(await contentsOf(slug)).toEqual(before);
  });

  it('refuses what does not lie in the story, and a slug that leads elsewhere', async () => {
    const [story, other] = [await aStory(), await aStory()];
    const elsewhere = await contentsOf(other.slug);
    const input = { story: story.slug, slug: aName('part'), headline: 'A part', reason: 'x', articles: elsewhere?.articles };
    expect((await run('SplitStory', { input })).errors?.[0]?.extensions?.code).toBe('CONFLICT');
    const own = { ...input, articles: (await contentsOf(story.slug))?.articles, slug: other.slug };
    expect((await run('SplitStory', { input: own })).errors?.[0]?.message).toContain('leads to another story');
  });
});

it('undoes the last edit of a story first', async () => {
  const [a, b, c] = [await aStory(), await aStory(), await aStory()];
  const first = (await run('MergeStories', { input: { stories: [a.slug], into: b.slug, reason: 'x' } })).data.mergeStories.edit
    .id as string;
  const second = (await run('MergeStories', { input: { stories: [b.slug], into: c.slug, reason: 'x' } })).data.mergeStories.edit
    .id as string;
  expect((await run('UndoEdit', { id: first, reason: 'x' })).errors?.[0]?.message).toContain(second);
  expect((await run('UndoEdit', { id: second, reason: 'x' })).errors).toBeUndefined();
  expect((await run('UndoEdit', { id: first, reason: 'x' })).errors).toBeUndefined();
  expect((await run('UndoEdit', { id: first, reason: 'x' })).errors?.[0]?.extensions?.code).toBe('CONFLICT');
});

it('withdraws a fact, which stays, marked with the reason, and counts no more', async () => {
  const story = await aStory();
  const { data } = await api.ask(`query ($slug: String!) { story(slug: $slug) { figures { nodes { id } } } }`, { slug: story.slug });
  const [{ id }] = data.story.figures.nodes;
  const answer = await run('RetractFact', { input: { id, reason: 'The page was a hoax.' } });
  expect(answer.data.retractFact.fact).toMatchObject({ __typename: 'Figure', id, retraction: { reason: 'The page was a hoax.' } });
  const after = await api.ask(`query ($slug: String!) { story(slug: $slug) { figures { totalCount } tallies { metric } } }`, {
    slug: story.slug,
  });
  expect(after.data.story).toEqual({ figures: { totalCount: 1 }, tallies: [] });
  expect((await run('RetractFact', { input: { id, reason: 'Again.' } })).errors?.[0]?.extensions?.code).toBe('CONFLICT');
});

it('lets nobody edit without the role', async () => {
  const story = await makeStory(here.db);
  const node = edits[0] as OperationDefinitionNode;
  const { errors } = await api.ask(print(node), { input: { stories: [story.slug], into: story.slug, reason: 'x' } }, 'MergeStories');
  expect(errors?.[0]?.extensions?.code).toBe('UNAUTHENTICATED');
});
