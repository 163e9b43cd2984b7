import { Refusal } from '../../platform/errors';
import type { Ask } from '../../web/ask';
import { FEED_FORMS, JSON_LD_TYPE } from '../../web/syndication/feed-forms';
import { writeLiveBlog } from '../../web/syndication/live-blog';
import { readSearchFeed } from '../../web/syndication/search-feed';
import { writeSearchResults } from '../../web/syndication/search-results';
import { readStoryRequest } from '../../web/story/story-request';
import { readStoryFeed } from '../../web/syndication/story-feed';
import type { Admission } from './admission';
import { type Exchange, readOnly, type Route, sendText } from './exchange';
import { slugIn } from './path-slug';
import { publicBase, type Reached } from './public-base';
import { sendDocument } from './send-document';

/** What the feeds need. */
export interface FeedRouteOptions {
  ask: Ask;
  admission: Admission;
  config: Reached;
}

const statuses: Record<string, number> = { NOT_FOUND: 404, RATE_LIMITED: 429, UNAUTHENTICATED: 401 };
const storyPath = /^\/stories\/([^/]+)\.(rss|atom|json|jsonld)$/;
const searchPath = /^\/search\.(rss|atom|json|jsonld)$/;
const maxAge = 60;
const maxAgeOfThePast = 3_600;

/** Whether a path is that of a feed: `/stories/<slug>.rss`, `.atom`, `.json`, `.jsonld`, and the same of `/search`. */
export function isFeedPath(path: string): boolean {
  return storyPath.test(path) || searchPath.test(path);
}

/** The feeds of stories and searches, as of any moment with `?asOf=`. */
export function feedRoute({ ask, admission, config }: FeedRouteOptions): Route {
  return readOnly(async exchange => {
    const { request, response } = exchange;
    try {
      await admission.identify(request, request.headers.authorization, (name, value) => void response.setHeader(name, value));
      const addresses = { base: publicBase(request, config), self: exchange.path + exchange.search };
      await (searchPath.test(exchange.path) ? sendSearch(exchange, ask, addresses) : sendStory(exchange, ask, addresses));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      sendText(exchange, statuses[String(error.extensions.code)] ?? 400, error.message);
    }
  });
}

type Addresses = Parameters<typeof readStoryFeed>[2];

async function sendStory(exchange: Exchange, ask: Ask, addresses: Addresses): Promise<void> {
  const [, , ending = ''] = storyPath.exec(exchange.path) ?? [];
  const parameters = new URLSearchParams(exchange.search);
  const { slug, asOf } = readStoryRequest(slugIn(exchange.path, storyPath), exchange.search);
  const feed = slug && (await readStoryFeed(ask, { slug, asOf, before: parameters.get('before') || null }, addresses));
  if (!feed) return sendText(exchange, 404, `There is no story "${slug.slice(0, 100)}"${asOf ? `, or none was public at ${asOf}` : ''}.`);
  if (feed.story.slug !== slug) {
    const location = `/stories/${encodeURIComponent(feed.story.slug)}.${ending}${exchange.search}`;
    return sendText(exchange, 302, `The story is at ${location} now.`, { location });
  }
  const form = FEED_FORMS[ending];
  const [type, text] = form ? [form.type, form.write(feed)] : [JSON_LD_TYPE, writeLiveBlog(feed)];
  await sendFeed(exchange, type, text, feed.learntAt, asOf);
}

async function sendSearch(exchange: Exchange, ask: Ask, addresses: Addresses): Promise<void> {
  const [, ending = ''] = searchPath.exec(exchange.path) ?? [];
  const parameters = new URLSearchParams(exchange.search);
  const [query, asOf] = [parameters.get('q')?.trim(), readStoryRequest('', exchange.search).asOf];
  if (!query) return sendText(exchange, 400, `Say what to search for, such as ${exchange.path}?q=condolences.`);
  const feed = await readSearchFeed(ask, { query, asOf }, addresses);
  const form = FEED_FORMS[ending];
  const [type, text] = form ? [form.type, form.write(feed)] : [JSON_LD_TYPE, writeSearchResults(feed)];
  await sendFeed(exchange, type, text, feed.learntAt, asOf);
}

function sendFeed(exchange: Exchange, type: string, text: string, changedAt: Date, asOf: string | null): Promise<void> {
  const past = asOf !== null && Date.parse(asOf) < Date.now();
  const headers = { 'content-security-policy': "default-src 'none'; sandbox" };
  return sendDocument(exchange, { type: `${type}; charset=utf-8`, text, changedAt, maxAge: past ? maxAgeOfThePast : maxAge, headers });
}
