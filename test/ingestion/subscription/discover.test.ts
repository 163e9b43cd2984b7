import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { discoverFeeds } from '../../../src/ingestion/subscription/discover';
import { feedLinksOf } from '../../../src/ingestion/subscription/feed-links';
import { findFeed } from '../../../src/ingestion/poll/find-feed';
import { readAnswer } from '../../../src/ingestion/poll/poll-feed';
import { registerFeed } from '../../../src/ingestion/subscription/register-feed';
import { createEgress, type Egress } from '../../../src/platform/egress/egress';
import { createMemoryHostGate } from '../../../src/platform/egress/memory-host-gate';
import { useDatabase } from '../../support/database';
import { document, type FeedSite, openFeedSite, rss } from '../../support/feed-site';

const here = useDatabase();
let site: FeedSite;
let egress: Egress;

beforeAll(async () => {
  site = await openFeedSite();
  egress = createEgress({ allow: [site.host], gate: createMemoryHostGate({ gapMs: 0 }) });
});
afterAll(() => site.close());

describe('the feeds of a site', () => {
  it('are found in the head of its page, then among its links, those of comments last', () => {
    const html = `<html><head><base href="https://site.example/en/">
      <link rel="alternate" type="application/rss+xml" title="Comments" href="comments/feed">
      <link rel="ALTERNATE" type="application/atom+xml; charset=utf-8" title=" News " href="atom.xml">
      <link rel="alternate" type="application/feed+json" href="https://other.example/feed.json">
      <link rel="alternate" hreflang="fr" href="/fr"><link rel="stylesheet" type="text/css" href="x.css">
      </head><body><a href="/rss/world.xml">World</a> <a href="/feedback">Write to us</a> <a href="javascript:rss.xml">x</a> <a href="atom.xml">again</a></body></html>`;
    expect(feedLinksOf(html, 'https://site.example/')).toEqual([
      { url: 'https://site.example/en/atom.xml', title: 'News', basis: 'DECLARED' },
      { url: 'https://other.example/feed.json', title: null, basis: 'DECLARED' },
      { url: 'https://site.example/en/comments/feed', title: 'Comments', basis: 'DECLARED' },
      { url: 'https://site.example/rss/world.xml', title: null, basis: 'LINKED' },
    ]);
  });

  it('are told from what is a feed itself, whose answer is its first reading: one request in all', async () => {
    const url = `${site.origin}/one.xml`;
    site.pages.set('/one.xml', document(rss([{ link: 'http://site.example/discovered', title: 'Found' }])));
    const found = await discoverFeeds(url, { egress });
    if (found.is !== 'FEED') throw new Error(found.is);
    const { feed } = await registerFeed(here.db, { url });
    const poll = await readAnswer(here.dataSource, await findFeed(here.db, feed.id), found.response, {
      at: new Date(),
      started: performance.now(),
    });
    expect(poll).toMatchObject({ outcome: 'READ', itemsNew: 1 });
    expect(site.visits.filter(({ path }) => path === '/one.xml')).toHaveLength(1);
  });

  it('are nowhere, and what to do then is said', async () => {
    site.pages.set('/bare', document('<html><body>Nothing</body></html>', { 'content-type': 'text/html' }));
    expect(await discoverFeeds(`${site.origin}/bare`, { egress })).toMatchObject({
      is: 'NOTHING',
      problem: expect.stringContaining('names no feeds'),
    });
    expect(await discoverFeeds(`${site.origin}/missing`, { egress })).toMatchObject({
      is: 'NOTHING',
      problem: expect.stringContaining('404'),
    });
  });
});
