import { AUTHOR, postingOf } from './posting';
import type { StoryFeed, StoryOfFeed } from './story-feed';

type MainEvent = NonNullable<NonNullable<StoryOfFeed['tallies'][number]['latestOfficial']>['event']>;

/** Writes the feed of a story as a LiveBlogPosting of schema.org, in JSON-LD. */
export function writeLiveBlog(feed: StoryFeed): string {
  const { story, entries } = feed;
  return JSON.stringify({
    '@context': 'https://schema.org',
    '@type': 'LiveBlogPosting',
    '@id': feed.homeUrl,
    url: feed.homeUrl,
    mainEntityOfPage: feed.homeUrl,
    headline: feed.title,
    description: feed.description,
    inLanguage: 'en',
    author: AUTHOR,
    publisher: AUTHOR,
    datePublished: story.startedAt,
    dateModified: feed.updatedAt.toISOString(),
    coverageStartTime: story.startedAt,
    about: eventOf(story),
    liveBlogUpdate: entries.map(entry => postingOf(entry, 'BlogPosting')),
  });
}

/** What the story is about: the event that its figures count for, or else the story itself. */
function eventOf(story: StoryOfFeed): object {
  const event = story.tallies.map(({ latestOfficial }) => latestOfficial?.event).find(found => found);
  if (!event) return { '@type': 'Event', name: story.headline, startDate: story.startedAt };
  return {
    '@type': 'Event',
    name: event.title,
    startDate: event.occurredAt,
    endDate: event.endedAt ?? undefined,
    location: event.place ? placeOf(event.place) : undefined,
  };
}

function placeOf({ name, country, latitude, longitude }: NonNullable<MainEvent['place']>): object {
  return {
    '@type': 'Place',
    name,
    address: country ? { '@type': 'PostalAddress', addressCountry: country.code } : undefined,
    geo: latitude !== null && longitude !== null ? { '@type': 'GeoCoordinates', latitude, longitude } : undefined,
  };
}
