import { expect, it } from '@jest/globals';
import { createFeedFetcher } from '../../../src/app/command/try-fetch-row';
import { readConfig } from '../../../src/platform/config';
import { serve } from '../../platform/egress/servers';

const fetchFeed = createFeedFetcher(readConfig({}));
const feed = '<rss version="2.0"><channel><title>News</title><item><title>One</title><link>/1</link></item></channel></rss>';

it('a feed is fetched and read, with addresses made whole, and the second time has not changed', async () => {
  const host = await serve((request, response) => {
    response.writeHead(request.headers['if-none-match'] ? 304 : 200, { etag: '"1"', 'content-type': 'application/rss+xml' }).end(feed);
  });
  const row = { url: `http://${host}/feed`, allowHost: host };
  expect(await fetchFeed(row)).toMatchObject({
    feed: { format: 'rss', title: 'News' },
    items: [{ title: 'One', url: `http://${host}/1` }],
  });
  expect(await fetchFeed(row)).toEqual({ notModified: true });
});

it('loopback is open only where the line opens it, and shut again after a redirect', async () => {
  const host = await serve((request, response) => {
    if (request.url === '/away') response.writeHead(302, { location: '/feed' }).end();
    else response.end(feed);
  });
  const refused = { error: expect.any(String), reason: 'ADDRESS' };
  expect(await fetchFeed({ url: `http://${host}/feed` })).toEqual(refused);
  expect(await fetchFeed({ url: `http://${host}/away`, allowHost: host })).toEqual(refused);
  expect(await fetchFeed({ url: `http://${host}/feed`, allowHost: '127.0.0.1:1' })).toEqual(refused);
  expect(await fetchFeed({ url: `http://${host}/feed`, allowHost: 'localhost' })).toMatchObject({ items: [{ title: 'One' }] });
  await expect(fetchFeed({ url: `http://${host}/feed`, allowHost: '10.0.0.1' })).rejects.toThrow('must be a loopback address');
});

it('says what the server answered when that is no feed', async () => {
  const host = await serve((_request, response) => response.writeHead(410).end());
  expect(await fetchFeed({ url: `http://${host}/`, allowHost: host })).toEqual({
    error: 'The server answered with status 410.',
    reason: 'STATUS',
  });
});
