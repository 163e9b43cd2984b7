import { describe, expect, it } from '@jest/globals';
import { mergeStories, splitStory } from '../../../src/dossier/edit/edit.service';
import { Assigner } from '../../../src/ingestion/assign/assign-articles';
import { readArticles } from '../../../src/ingestion/findings/read-articles';
import { Role } from '../../../src/platform/api-key.entity';
import { useApi } from '../../support/api';
import { useDatabase } from '../../support/database';
import { aName, figure, makeStory, statement, store } from '../../support/makers';
import type { IngestRecord } from '../../../src/ingestion/record/record';
import { arrive, factsOf, idOf, makeSource } from './arrivals';

const here = useDatabase();
const api = useApi(here);
const warnings: unknown[] = [];
const log = { warn: (...said: unknown[]) => void warnings.push(said) };
const read = (): Promise<number> => readArticles(here.dataSource, log as never);

const BLAST = {
  title: 'Blast in Ankara market kills 12',
  text: 'A bomb went off in a market in Ankara on Wednesday. At least 12 people were killed and 30 others were injured, the interior ministry said.\n"We strongly condemn this cowardly attack on our citizens," Turkish Interior Minister Ali Yerlikaya said in a statement.',
};

async function aStory(): Promise<string> {
  const slug = aName('blast');
  await store(here.db, [
    { story: { slug, headline: 'Blast in Ankara market', summary: 'A market.', reportedAt: '2024-05-01T10:00:00Z' } } as IngestRecord,
  ]);
  return slug;
}

describe('an article in a story', () => {
  it('becomes figures and statements, marked as detected, each with the words that carry it', async () => {
    const now = new Date().toISOString();
    const [url = ''] = await arrive(here.db, [{ ...BLAST, publishedAt: now }]);
    await new Assigner(here.dataSource).assignNew();
    expect(await read()).toBe(1);
    const { figures, statements, events } = await factsOf(api.ask, 'blast-in-ankara-market-kills-12');
    expect(figures.map(({ metric, value, atLeast }) => [metric, value, atLeast]).sort()).toEqual([
      ['INJURED', 30, false],
      ['KILLED', 12, true],
    ]);
    for (const figure of figures) {
      expect(figure).toMatchObject({ method: 'DETECTED', official: true, reporter: { name: 'interior ministry' }, reportedAt: now });
      expect(figure.event).toMatchObject({ title: BLAST.title, method: 'DETECTED' });
      expect(figure.confidence).toBeGreaterThan(0.5);
      const [{ kind, quote, version, spanStart, spanEnd, article }] = figure.citations;
      expect({ kind, version, url: article.url }).toEqual({ kind: 'SPAN', version: 1, url });
      expect(quote).toBe([...BLAST.text].slice(spanStart, spanEnd).join(''));
      expect(quote).toMatch(figure.metric === 'KILLED' ? /12/ : /30/);
    }
    expect(events).toHaveLength(1);
    expect(events[0]).toMatchObject({ method: 'DETECTED', kind: 'OTHER', citations: [{ kind: 'LINK', article: { url } }] });
    const condemned = statements.find(({ stances }) => stances.includes('CONDEMNATION'));
    expect(condemned).toMatchObject({
      method: 'DETECTED',
      summary: 'We strongly condemn this cowardly attack on our citizens',
      issuer: { kind: 'STATE', country: { code: 'TR' } },
      speaker: { name: 'Ali Yerlikaya' },
      channel: 'PRESS_RELEASE',
      citations: [{ kind: 'SPAN', article: { url } }],
    });
  });

  it('is read once: a second reading finds nothing to do and adds nothing', async () => {
    const slug = await aStory();
    await arrive(here.db, [BLAST], slug);
    expect(await read()).toBe(1);
    const before = await factsOf(api.ask, slug);
    expect(await read()).toBe(0);
    await here.db.query(`update story_article set unread_from = 1`); // as though the mark were lost
    await read();
    expect(await factsOf(api.ask, slug)).toEqual(before);
  });

  it('without a text, or in a language without rules, says nothing', async () => {
    const story = await makeStory(here.db);
    await store(here.db, [
      {
        article: {
          url: `https://x.example/${aName('p')}`,
          source: story.source,
          story: story.slug,
          title: '12 killed in blast',
          publishedAt: '2024-03-01',
        },
      },
      {
        article: {
          url: `https://x.example/${aName('p')}`,
          source: story.source,
          story: story.slug,
          title: '12 killed',
          text: BLAST.text,
          language: 'fi',
          publishedAt: '2024-03-01',
        },
      },
    ] as IngestRecord[]);
    expect(await read()).toBe(2);
    const { figures, statements, events } = await factsOf(api.ask, story.slug);
    expect([figures, statements, events.length]).toEqual([[], [], 1]);
  });

  it('is read again in a new version only: old facts stay, equal ones gain a citation', async () => {
    const slug = await aStory();
    const source = await makeSource(here.db);
    const [url = ''] = await arrive(here.db, [{ ...BLAST, source }], slug);
    await read();
    await store(here.db, [
      { article: { url, source, title: BLAST.title, text: BLAST.text.replace('12 people', '15 people') } } as IngestRecord,
    ]);
    expect(await read()).toBe(1);
    const { figures } = await factsOf(api.ask, slug);
    const seen = figures.map(({ metric, value, citations }) => [metric, value, citations.map((one: { version: number }) => one.version)]);
    expect(seen.sort()).toEqual([
      ['INJURED', 30, [1, 2]],
      ['KILLED', 12, [1]],
      ['KILLED', 15, [2]],
    ]);
  });

  it('is official only where the reporter is, and killed and injured are never swapped', async () => {
    const slug = await aStory();
    await arrive(
      here.db,
      [{ title: 'Market blast', text: 'A blast killed 7 people and wounded 20 in the market on Wednesday. Witnesses spoke of panic.' }],
      slug,
    );
    await read();
    const { figures } = await factsOf(api.ask, slug);
    expect(figures.map(({ metric, value, official }) => [metric, value, official]).sort()).toEqual([
      ['INJURED', 20, false],
      ['KILLED', 7, false],
    ]);
    expect(figures[0].reporter).toMatchObject({
      name: expect.stringContaining('The paper'),
      source: { slug: expect.stringContaining('paper') },
    });
  });
});

it('twenty reprints are one statement with twenty citations, and one figure for each number', async () => {
  const slug = await aStory();
  await arrive(
    here.db,
    Array.from({ length: 20 }, () => ({
      ...BLAST,
      text: `${BLAST.text} The market in the old town is the largest of the city and was full of people when it happened.`,
    })),
    slug,
  );
  expect(await read()).toBe(20);
  const { figures, statements } = await factsOf(api.ask, slug);
  const counts = (facts: { citations: unknown[] }[]): number[] => facts.map(({ citations }) => citations.length);
  expect([counts(figures), new Set(counts(statements))]).toEqual([[20, 20], new Set([20])]);
  expect(statements.filter(({ stances }) => stances.includes('CONDEMNATION'))).toHaveLength(1);
});

it('papers that cut one quotation differently carry one statement', async () => {
  const slug = await aStory();
  const said = 'We strongly condemn this cowardly attack on our citizens and we will find those who planned it';
  await arrive(
    here.db,
    [said, said.slice(0, 78), said.slice(12)].map((words, at) => ({
      title: `Report ${at}`,
      text: `"${words}," Turkish Interior Minister Ali Yerlikaya ${at === 1 ? 'told reporters' : 'said'} on Wednesday in Ankara, where ${at} roads were closed.`,
    })),
    slug,
  );
  await read();
  const { statements } = await factsOf(api.ask, slug);
  expect(statements.map(({ citations }) => citations.length)).toEqual([3]);
});

it('an item of an official source is one statement of its actor, whatever it quotes', async () => {
  const slug = await aStory();
  const name = aName('Ministry');
  const source = await makeSource(here.db, { name, kind: 'GOVERNMENT', role: 'OFFICIAL_ISSUER', country: 'DE' });
  const [url = ''] = await arrive(
    here.db,
    [{ title: 'Minister condemns the attack', text: '"We condemn the attack," Minister Anna Berg said.\nMore follows.', source }],
    slug,
  );
  await here.db.query(
    `with f as (insert into feed (id, url, url_key, host, source_id) select gen_random_uuid(), 'https://f.example', gen_random_uuid(), 'f.example', source_id from article where id = $1 returning id)
     insert into feed_article (feed_id, article_id) select id, $1 from f`,
    [idOf(url)],
  );
  await read();
  const { statements } = await factsOf(api.ask, slug);
  expect(statements).toHaveLength(1);
  expect(statements[0]).toMatchObject({
    summary: 'Minister condemns the attack',
    stances: ['CONDEMNATION'],
    channel: 'PRESS_RELEASE',
    speaker: null,
    issuer: { name, kind: 'STATE', country: { code: 'DE' } },
    citations: [{ kind: 'SPAN', quote: '"We condemn the attack," Minister Anna Berg said.' }],
  });
});

it('two workers at once read each article once', async () => {
  const slug = await aStory();
  await arrive(
    here.db,
    Array.from({ length: 12 }, () => BLAST),
    slug,
  );
  await Promise.all([read(), read()]);
  await read();
  const { figures } = await factsOf(api.ask, slug);
  expect(figures.map(({ citations }) => citations.length)).toEqual([12, 12]);
});

it('one number by two reporters is two figures; by one reporter in two papers it is one', async () => {
  const slug = await aStory();
  await arrive(
    here.db,
    [
      { title: 'A', text: 'Police said 9 people were killed in the market. It had just opened.' },
      { title: 'B', text: 'The toll was confirmed at noon. The police said that 9 people were killed in the blast on Wednesday.' },
      { title: 'C', text: 'Nine people were killed in the market, the health ministry said on Wednesday evening after a long day.' },
    ],
    slug,
  );
  await read();
  const { figures } = await factsOf(api.ask, slug);
  const reports = figures.map(({ reporter, citations }) => `${reporter.name} ${citations.length}`.toLowerCase());
  expect(reports.sort()).toEqual(['health ministry 1', 'police 2']);
});

it('figures of a story that has events are for the one that the most figures of their metric are for, and no event is made up', async () => {
  const story = await makeStory(here.db);
  await arrive(here.db, [BLAST], story.slug);
  await read();
  const { figures, events } = await factsOf(api.ask, story.slug);
  expect(events.map(({ method }) => method)).toEqual(['RECORDED']);
  expect(figures.map(({ event }) => event.title)).toEqual(['What happened', 'What happened']);
});

it('what is detected is asked for by its method', async () => {
  const story = await makeStory(here.db);
  await store(here.db, [figure(story), statement(story)]);
  await arrive(here.db, [BLAST], story.slug);
  await read();
  const { data, errors } = await api.ask(
    `query ($slug: String!, $methods: [FactMethod!]) { story(slug: $slug) {
      figures(methods: $methods) { totalCount } statements(filter: { methods: $methods }) { totalCount } events(filter: { methods: $methods }) { totalCount } } }`,
    { slug: story.slug, methods: ['RECORDED'] },
  );
  expect(errors).toBeUndefined();
  expect(data.story).toEqual({ figures: { totalCount: 1 }, statements: { totalCount: 1 }, events: { totalCount: 1 } });
});

it('bodies of one name whose country nobody says are one for each story, and one where the country is said', async () => {
  const [a, b] = [await aStory(), await aStory()];
  const text = (body: string): string => `"We are looking into what happened there," ${body} said on Wednesday evening.`;
  for (const slug of [a, b])
    await arrive(
      here.db,
      [
        { title: slug, text: text('the interior ministry') },
        { title: slug, text: text('the Turkish foreign ministry').replace('there', 'here') },
      ],
      slug,
    );
  await read();
  const issuers = await here.db.query<{ name: string; n: number }[]>(
    `select a.name, count(distinct a.id)::int as n from statement s join actor a on a.id = s.issuer_id where s.story_id in (select id from story where slug = any($1)) group by 1 order by 1`,
    [[a, b]],
  );
  expect(issuers).toEqual([
    { name: 'Interior ministry', n: 2 },
    { name: 'Turkish foreign ministry', n: 1 },
  ]);
});

it('a fact that an editor took to another story does not come back, and one that stayed behind is no hindrance', async () => {
  const slug = await aStory();
  await arrive(here.db, [BLAST], slug);
  await read();
  const { figures } = await factsOf(api.ask, slug);
  const killed = figures.find(({ metric }) => metric === 'KILLED');
  const part = aName('part');
  await splitStory(
    here.dataSource,
    { keyId: null, role: Role.EDITOR },
    { story: slug, slug: part, headline: 'A part', summary: '', articles: [], facts: [killed.id], reason: 'Another blast.' },
  );
  await arrive(here.db, [BLAST], slug);
  await arrive(here.db, [BLAST], part);
  await read();
  const metrics = async (of: string): Promise<string[]> =>
    (await factsOf(api.ask, of)).figures.map(({ metric, citations }) => `${metric} ${citations.length}`).sort();
  expect(await metrics(slug)).toEqual(['INJURED 2']);
  expect(await metrics(part)).toEqual(['INJURED 1', 'KILLED 2']);
});

it('is known from when its document was public: `asOf` shows no toll before it was reported', async () => {
  const slug = await aStory();
  await arrive(
    here.db,
    [
      { title: 'At ten', text: 'A blast killed 4 people in the market on Wednesday.', publishedAt: '2024-05-01T10:00:00Z' },
      { title: 'At noon', text: 'A blast killed 6 people in the market on Wednesday.', publishedAt: '2024-05-01T12:00:00Z' },
    ],
    slug,
  );
  await read();
  const tollAt = async (asOf?: string): Promise<number[]> =>
    (await factsOf(api.ask, slug, asOf)).figures.map(({ value }) => value as number).sort();
  expect([await tollAt('2024-05-01T11:00:00Z'), await tollAt()]).toEqual([[4], [4, 6]]);
});

it('Spanish texts give figures', async () => {
  const slug = await aStory();
  await arrive(
    here.db,
    [
      {
        title: 'Explosión',
        text: 'Una explosión dejó al menos 12 muertos y 30 heridos en un mercado de Bogotá el miércoles.',
        language: 'es-CO',
      },
    ],
    slug,
  );
  await read();
  const { figures } = await factsOf(api.ask, slug);
  expect(figures.map(({ metric, value, min }) => [metric, value, min]).sort()).toEqual([
    ['INJURED', 30, null],
    ['KILLED', 12, 12],
  ]);
});

it('an article whose story was merged before it was read is read in the one that stays, and what both held is cited once', async () => {
  const [a, b] = [await aStory(), await aStory()];
  await arrive(here.db, [BLAST], b);
  await read();
  await arrive(here.db, [BLAST], a);
  await mergeStories(here.dataSource, { keyId: null, role: Role.EDITOR }, { stories: [a], into: b, reason: 'One blast.' });
  expect(await read()).toBe(1);
  expect((await factsOf(api.ask, a)).figures.map(({ citations }) => citations.length)).toEqual([2, 2]);
});

it('nothing lands of an article whose reading is cut off, and it is read the next time', async () => {
  const slug = await aStory();
  await arrive(here.db, [BLAST], slug);
  await here.db.query(
    `create function cut_off() returns trigger language plpgsql as $$ begin raise exception 'cut off' using errcode = 'query_canceled'; end $$`,
  );
  await here.db.query(`create trigger cut_off before update of unread_from on story_article execute function cut_off()`);
  await expect(read()).rejects.toThrow('cut off');
  expect(await factsOf(api.ask, slug)).toEqual({ figures: [], statements: [], events: [] });
  await here.db.query(`drop trigger cut_off on story_article`);
  expect(await read()).toBe(1);
  expect((await factsOf(api.ask, slug)).figures).toHaveLength(2);
});

it('an article that the database refuses facts of is passed over, and the others are read', async () => {
  const [bad, good] = [await aStory(), await aStory()];
  await arrive(here.db, [{ ...BLAST, text: BLAST.text.replace('12', '66') }], bad);
  await arrive(here.db, [BLAST], good);
  expect(warnings).toEqual([]);
  await here.db.query(`alter table figure add constraint no_66 check (value <> 66) not valid`);
  expect(await read()).toBe(2);
  await here.db.query(`alter table figure drop constraint no_66`);
  expect(warnings).toHaveLength(1);
  expect((await factsOf(api.ask, bad)).figures).toEqual([]);
  expect((await factsOf(api.ask, good)).figures).toHaveLength(2);
  expect(await read()).toBe(0);
});
