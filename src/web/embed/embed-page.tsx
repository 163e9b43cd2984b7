import type { ReactElement } from 'react';
import { amountOf } from '../chart/toll-series';
import { addressOf, storyPath } from '../page/address';
import { ForeignText } from '../page/foreign-text';
import { Moment } from '../page/moment';
import type { Site } from '../page/site';
import { numberOf, wordOf } from '../page/words';
import type { FeedEntry } from '../syndication/feed';
import type { StoryFeed, StoryOfFeed } from '../syndication/story-feed';

/** A small page for the frame of another site: how the story stands, and its latest entries, each leading to the story here. */
export function EmbedPage({ site, feed, asOf }: { site: Site; feed: StoryFeed; asOf: string | null }): ReactElement {
  const { headline, slug, tallies } = feed.story;
  const page = site.origin + addressOf(storyPath(slug), { asOf });
  return (
    <html lang="en">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="robots" content="noindex" />
        <title>{`${headline}: timeline`}</title>
        <link rel="canonical" href={page} />
        <base target="_blank" />
        {site.stylesheet && <link rel="stylesheet" href={site.stylesheet} />}
      </head>
      <body className="embed">
        <main>
          <h1>
            <a href={page}>
              <ForeignText text={headline} />
            </a>
          </h1>
          {asOf && (
            <p className="small">
              As known <Moment at={asOf} />
            </p>
          )}
          <Toll tallies={tallies} />
          <ol>
            {feed.entries.map(entry => (
              <Line key={entry.id} entry={entry} />
            ))}
          </ol>
        </main>
        <footer className="small">
          <a href={page}>The whole story, with its sources</a>, at Newsgraph. Times are in UTC.
        </footer>
      </body>
    </html>
  );
}

/** The latest official numbers, and how far others are from them. */
function Toll({ tallies }: { tallies: StoryOfFeed['tallies'] }): ReactElement | null {
  const counted = tallies.filter(({ metric, latestOfficial }) => latestOfficial && ['KILLED', 'INJURED', 'MISSING'].includes(metric));
  if (counted.length === 0) return null;
  return (
    <p className="toll-line">
      {counted.map(({ metric, low, high, latestOfficial }, place) => (
        <span key={metric}>
          {place > 0 && '; '}
          <strong>
            {latestOfficial && amountOf(latestOfficial)} {wordOf(metric)}
          </strong>
          {low !== high && ` (reports: ${numberOf(low)} to ${numberOf(high)})`}
        </span>
      ))}
    </p>
  );
}

function Line({ entry: { id, kind, title, url, at, precision } }: { entry: FeedEntry }): ReactElement {
  const exact = precision !== 'DAY';
  return (
    <li id={id} className={`line ${kind.toLowerCase()}`}>
      <time dateTime={exact ? at : at.slice(0, 10)}>{(exact ? briefTime : briefDay).format(new Date(at))}</time>{' '}
      <a href={url}>
        <ForeignText text={title} />
      </a>
    </li>
  );
}

const day: Intl.DateTimeFormatOptions = { timeZone: 'UTC', day: 'numeric', month: 'short', year: 'numeric' };
const briefDay = new Intl.DateTimeFormat('en-GB', day);
const briefTime = new Intl.DateTimeFormat('en-GB', { ...day, hour: '2-digit', minute: '2-digit' });
