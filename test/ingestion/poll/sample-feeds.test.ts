import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createFeedParser } from '../../../src/ingestion/feed/parse-in-worker';
import { pollFeed } from '../../../src/ingestion/poll/poll-feed';
import { importFeeds } from '../../../src/ingestion/subscription/feed-list';
import { readOpml } from '../../../src/ingestion/subscription/opml';
import { createEgress } from '../../../src/platform/egress/egress';
import { createMemoryHostGate } from '../../../src/platform/egress/memory-host-gate';
import { Feed } from '../../../src/source/feed.entity';
import { useApi } from '../../support/api';
import { useDatabase } from '../../support/database';
import { useSample } from '../../support/sample';

const here = useDatabase();
const api = useApi(here);
useSample(here);
let server: ChildProcess;
let origin: string;
const outcomes = new Map<string, { outcome: string; itemsNew: number; itemsSetAside: number; problem: string | null }>();

beforeAll(async () => {
  server = spawn(process.execPath, ['scripts/sample-feeds.mjs'], {
    env: { ...process.env, PORT: '0' },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const [line] = (await once(server.stdout as NodeJS.ReadableStream, 'data')) as [Buffer];
  origin = line.toString().trim();
  const list = readFileSync('sample/feeds/feeds.opml', 'utf8').replaceAll('http://127.0.0.1:4010', origin);
  await importFeeds(here.dataSource, readOpml(list));
  const parser = createFeedParser();
  for (const { id, url } of await here.db.find(Feed, { order: { createdAt: 'ASC' } })) {
    const egress = createEgress({ allow: [new URL(origin).host], gate: createMemoryHostGate({ gapMs: 0 }) });
    outcomes.set(url.replace(origin, ''), await pollFeed(here.dataSource, id, { egress, parse: parser.parse }));
  }
  await parser.close();
}, 60_000);
afterAll(() => void server.kill());

describe('the sample feeds', () => {
  it('are read in every format, and what is wrong with the wrong ones is told', () => {
    const good = [...outcomes].filter(([path]) => !path.startsWith('/wrong/'));
    expect(good).toHaveLength(13);
    expect(good.filter(([, { outcome, itemsNew, itemsSetAside }]) => outcome !== 'READ' || itemsNew === 0 || itemsSetAside > 0)).toEqual(
      [],
    );
    expect(
      Object.fromEntries(
        [...outcomes].filter(([path]) => path.startsWith('/wrong/')).map(([path, { outcome }]) => [path.slice(7), outcome]),
      ),
    ).toEqual({
      ...{ 'cut-off.xml': 'READ', 'charset.xml': 'READ', 'dates.xml': 'READ', 'page.html': 'FAILED' },
      ...{ 'moved.xml': 'READ', 'gone.xml': 'GONE', 'busy.xml': 'FAILED', 'down.xml': 'FAILED' },
    });
    expect(outcomes.get('/wrong/page.html')?.problem).toContain(`${origin}/rss/rt.xml`);
  });

  it('make articles that an answer shows, with source, date and where the date is from', async () => {
    const { data, errors } = await api.ask(`{
      source(slug: "moscow-times") { name feeds { nodes { url format status polls(first: 1) { nodes { outcome itemsNew } } } }
        articles(first: 50) { nodes { title url publishedAt precision dateBasis language } } }
    }`);
    expect(errors).toBeUndefined();
    expect(data.source.feeds.nodes).toEqual([
      { url: `${origin}/rss/moscow-times.xml`, format: 'RSS', status: 'ACTIVE', polls: { nodes: [{ outcome: 'READ', itemsNew: 6 }] } },
    ]);
    expect(data.source.articles.nodes).toContainEqual({
      ...{ title: 'Gunmen, fire and a first count: the night at Crocus', url: `${origin}/news/moscow-times/wire-first-night` },
      ...{ publishedAt: '2024-03-22T21:40:00.000Z', precision: 'MINUTE', dateBasis: 'FEED', language: 'en' },
    });
  });

  it('carry two wire stories, each of which counts once however many print it', async () => {
    const rows = await here.db.query<{ wire: string; articles: number; origins: number }[]>(
      `select regexp_replace(url, '.*/', '') as wire, count(*)::int as articles, count(distinct origin_id)::int as origins
       from article where url like '%/wire-%' group by 1 order by 1`,
    );
    expect(rows).toEqual([
      { wire: 'wire-first-night', articles: 5, origins: 1 },
      { wire: 'wire-the-day-after', articles: 4, origins: 1 },
    ]);
  });

  it('count once in the coverage of the story that they are put into', async () => {
    const slug = 'crocus-city-hall-attack';
    const coverage = async (): Promise<{ articleCount: number; originCount: number }> =>
      (await api.ask(`{ story(slug: "${slug}") { coverage { articleCount originCount } } }`)).data.story.coverage;
    const before = await coverage();
    expect(before).toEqual({ articleCount: 190, originCount: 190 });
    await here.db.query(
      `insert into story_article (story_id, article_id, title, url, language, source_id, origin_id, published_at, sort_at, public_at)
       select (select id from story where slug = $1), id, title, url, language, source_id, origin_id, published_at, sort_at, public_at
       from article where url like '%/wire-first-night'`,
      [slug],
    );
    expect(await coverage()).toEqual({ articleCount: 195, originCount: 191 });
  });
});
