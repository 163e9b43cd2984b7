import { describe, expect, it } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { mergeStories } from '../../src/dossier/edit/edit.service';
import { undoEdit } from '../../src/dossier/edit/undo';
import { Role } from '../../src/platform/api-key.entity';
import type { Caller } from '../../src/platform/context';
import { encodeNodeId } from '../../src/platform/ids';
import { KeptAnswers } from '../../src/planner/kept-answers';
import { operation, useApi } from '../support/api';
import { useDatabase } from '../support/database';
import { aName, article, cited, figure, makeStory, type MadeStory, statement, store } from '../support/makers';

const here = useDatabase();
const api = useApi(here);
const editor: Caller = { keyId: null, role: Role.EDITOR };

describe('answers in memory', () => {
  const answer = (bytes: number): { version: string; json: Buffer } => ({ version: '1', json: Buffer.alloc(bytes) });

  it('stay within their room, the least recently used going first', () => {
    const kept = new KeptAnswers(10_000);
    for (const key of ['a', 'b', 'c']) kept.set(key, answer(2_000));
    kept.get('a');
    for (const key of ['d', 'e']) kept.set(key, answer(2_000));
    expect(kept.bytes).toBeLessThanOrEqual(10_000);
    expect(['a', 'b', 'c', 'd', 'e'].filter(key => kept.get(key))).toEqual(['a', 'c', 'd', 'e']);
  });

  it('count once when they are replaced, and are not kept where one would fill the room', () => {
    const kept = new KeptAnswers(10_000);
    for (let times = 0; times < 20; times += 1) kept.set('a', answer(2_000));
    const { bytes } = kept;
    kept.set('b', answer(4_000));
    expect(kept.get('b')).toBeUndefined();
    expect(kept.bytes).toBe(bytes);
  });
});

describe('an answer that is kept by the version of its story', () => {
  const questions: [name: string, variables: (slug: string) => Record<string, unknown>][] = [
    ['StoryInOneRequest', slug => ({ slug })],
    ['StoryInOneRequest', slug => ({ slug, asOf: '2024-03-01T14:30:00Z' })],
    ['StoryTimeline', slug => ({ slug })],
    ['ResponseMap', slug => ({ slug })],
    ['ContestedClaims', slug => ({ slug })],
    ['StoryList', () => ({ first: 5 })],
  ];

  async function expectFresh(slug: string, after: string): Promise<void> {
    for (const [name, variables] of questions) {
      const kept = await api.ask(operation(name), variables(slug));
      const anew = await api.askAnew(operation(name), variables(slug));
      expect({ after, name, ...kept }).toEqual({ after, name, ...anew });
    }
  }

  it('is the answer of now after every kind of change', async () => {
    const story = await makeStory(here.db);
    const other = await makeStory(here.db);
    const page = article(story);
    const keys = { statement: aName('s'), figure: aName('f'), claim: aName('c') };
    await store(here.db, [
      page,
      article(story),
      statement(story, { key: keys.statement }),
      figure(story, { key: keys.figure }),
      article(other),
    ]);
    const { query } = here.db.connection as { query: (text: string, values?: unknown[]) => Promise<{ id: string }[]> };
    const sql = query.bind(here.db.connection);
    const [{ id }] = (await sql(`select id from story where slug = $1`, [story.slug])) as [{ id: string }];
    const [official] = (await sql(`select id from source where slug = $1`, [story.source])) as [{ id: string }];
    const changes: Record<string, () => Promise<unknown>> = {
      'nothing': async () => undefined,
      'an article': () => store(here.db, [article(story)]),
      'an article with another title': () => store(here.db, [{ article: { ...page.article, title: 'Another title' } } as typeof page]),
      'an article with another summary': () => store(here.db, [{ article: { ...page.article, title: 'Another title', summary: 'New.' } } as typeof page]),
      'a statement': () => store(here.db, [statement(story)]),
      'a statement of an early hour': () => store(here.db, [statement(story, { issuedAt: '2024-03-01T12:30:00Z' })]),
      'a corrected statement': () => store(here.db, [statement(story, { key: keys.statement, summary: 'Condemns it strongly.' })]),
      'a figure': () => store(here.db, [figure(story, { value: 30, official: false })]),
      'a corrected figure': () => store(here.db, [figure(story, { key: keys.figure, value: 12 })]),
      'a claim and a position': () =>
        store(here.db, [
          { claim: { key: keys.claim, story: story.slug, kind: 'MOTIVE', proposition: 'It was so.' } },
          { position: { key: aName('p'), story: story.slug, claim: keys.claim, holder: story.actor, polarity: 'DENIES', takenAt: '2024-03-01T16:00:00Z', statement: keys.statement, citations: cited() } },
        ] as never),
      'a retraction': () => sql(`insert into retraction (story_id, id, fact_id, reason) select story_id, gen_random_uuid(), id, 'wrong' from figure where story_id = $1 limit 1`, [id]),
      'a citation of a fact that was there': () => sql(`insert into citation (story_id, id, fact_id, ordinal, kind, url) select story_id, gen_random_uuid(), id, 9, 'LINK', 'https://late.example/' from event where story_id = $1 limit 1`, [id]),
      'a source with another name': () => sql(`update source set name = 'Renamed' where slug = $1`, [story.source]),
      'an actor with another name': () => sql(`update actor set name = 'Renamed too' where slug = $1`, [story.actor]),
      'another headline': () => sql(`insert into story_revision (story_id, id, headline, summary, reported_at, precision, public_at) values ($1, gen_random_uuid(), 'New headline', '', now(), 'MINUTE', now())`, [id]),
      'time that passes': () => sql(`update story set last_activity_at = now() - interval '11 hours 59 minutes 59.9 seconds' where id = $1`, [id]).then(() => sleep(200)),
      'an official channel that was read': async () => {
        await sql(`update source set role = 'OFFICIAL_ISSUER', country_code = 'FR' where id = $1`, [official.id]);
        await sql(`insert into feed (id, url, url_key, host, source_id, last_succeeded_at) values (gen_random_uuid(), 'https://o.example/', gen_random_uuid(), 'o.example', $1, now())`, [official.id]);
      },
      'the channel read again': () => sql(`update feed set last_succeeded_at = now() + interval '1 minute' where source_id = $1`, [official.id]),
    }; // prettier-ignore
    await expectFresh(story.slug, 'the beginning');
    for (const [after, change] of Object.entries(changes)) {
      await change();
      await expectFresh(story.slug, after);
    }
    const { edit } = await mergeStories(here.dataSource, editor, { stories: [other.slug], into: story.slug, reason: 'one story' });
    await expectFresh(story.slug, 'a merger');
    await expectFresh(other.slug, 'a merger, by the old name');
    await undoEdit(here.dataSource, editor, encodeNodeId('Edit', edit.uuid), 'two stories');
    await expectFresh(story.slug, 'the merger undone');
    await expectFresh(other.slug, 'the merger undone');
  });

  it('is never older than what was committed before it was asked for, while eight write', async () => {
    const story = await makeStory(here.db);
    let committed = 0;
    let writing = 8;
    const write = async (): Promise<void> => {
      for (let turn = 0; turn < 12; turn += 1) {
        await store(here.db, [statement(story)]);
        committed += 1;
        await sleep(Math.random() * 10);
      }
      writing -= 1;
    };
    let asked = 0;
    const read = async (): Promise<void> => {
      while (writing > 0) {
        const least = committed;
        const { data } = await api.ask(operation('StoryInOneRequest'), { slug: story.slug });
        expect(data.story.statements.totalCount).toBeGreaterThanOrEqual(least);
        expect(data.story.responses.nodes.reduce((sum: number, one: { statementCount: number }) => sum + one.statementCount, 0)).toBe(
          data.story.statements.totalCount,
        );
        asked += 1;
      }
    };
    await Promise.all([...Array.from({ length: 8 }, write), ...Array.from({ length: 6 }, read)]);
    expect(asked).toBeGreaterThan(50);
    expect((await api.ask(operation('StoryInOneRequest'), { slug: story.slug })).data.story.statements.totalCount).toBe(8 * 12);
  });

  it('is not kept where it shows what raises no version', async () => {
    const story: MadeStory = await makeStory(here.db);
    await store(here.db, [article(story)]);
    const query = `query ($slug: String!) { story(slug: $slug) { articles { nodes { source { feeds { nodes { url } } } } } } }`;
    await api.ask(query, { slug: story.slug });
    await here.db.query(
      `insert into feed (id, url, url_key, host, source_id) select gen_random_uuid(), 'https://new.example/', gen_random_uuid(), 'new.example', id from source where slug = $1`,
      [story.source],
    );
    const { data } = await api.ask(query, { slug: story.slug });
    expect(data.story.articles.nodes[0].source.feeds.nodes).toEqual([{ url: 'https://new.example/' }]);
  });
});
