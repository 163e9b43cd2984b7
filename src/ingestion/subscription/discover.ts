import type { EgressResponse } from '../../platform/egress/egress';
import { failureOfStatus } from '../poll/outcome';
import { FeedError } from '../feed/feed-error';
import { parseFeed } from '../feed/parse-feed';
import type { ParsedFeed } from '../feed/parsed-feed';
import type { PollOptions } from '../poll/poll-feed';
import { type FeedLink, feedLinksOf } from './feed-links';

/** What an address turned out to be. */
export type Discovery =
  | { is: 'FEED'; url: string; response: EgressResponse; parsed: ParsedFeed }
  | { is: 'PAGE'; url: string; links: FeedLink[] }
  | { is: 'NOTHING'; url: string; problem: string };

/**
 * Fetches an address and tells whether it is a feed, or which feeds it names. A feed's answer is handed out, so that registering it and reading it
 * for the first time need no other request.
 */
export async function discoverFeeds(
  url: string,
  { egress, parse = parseFeed, signal }: Pick<PollOptions, 'egress' | 'parse' | 'signal'>,
): Promise<Discovery> {
  const response = await egress.fetch(url, {
    accept: 'text/html, application/rss+xml, application/atom+xml, application/feed+json, */*;q=0.5',
    signal,
  });
  const { headers, body, finalUrl } = response;
  const failure = failureOfStatus(response, new Date());
  if (failure) return { is: 'NOTHING', url: finalUrl, problem: failure.problem };
  try {
    const parsed = await parse(body, { contentType: headers['content-type'] ?? null, url: finalUrl, headers });
    return { is: 'FEED', url, response, parsed };
  } catch (error) {
    if (!(error instanceof FeedError)) throw error;
    const links = feedLinksOf(body, finalUrl);
    if (links.length) return { is: 'PAGE', url: finalUrl, links };
    return { is: 'NOTHING', url: finalUrl, problem: 'The page names no feeds: look for a link such as "RSS" on it, and give its address.' };
  }
}
