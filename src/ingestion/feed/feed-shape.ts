import type { RssFeed } from 'feedsmith';
import { personOf, distinctPeople } from './people';
import type { FeedHead, FeedPerson } from './parsed-feed';
import { dateOf, firstDate, idOf, lineOf, type Reading, textOf, urlOf } from './reading';
import { alternateLink, atomCategory, atomPeople, linksOf, namedPeople } from './shape-parts';

type Feed = RssFeed.Feed<string>;

const minutesOfPeriod: Record<string, number> = { hourly: 60, daily: 1_440, weekly: 10_080, monthly: 43_200, yearly: 525_600 };

/** What a feed says about itself, where each thing may stand in several places. */
export function feedShape(feed: Feed, reading: Reading, language: string | null, format: FeedHead['format']): FeedHead {
  const { atom, dc, dcterms, itunes, googleplay } = feed;
  const line = (...tokens: (string | undefined)[]): string | null => firstOf(tokens, token => lineOf(reading, token));
  const url = (...tokens: (string | undefined)[]): string | null => firstOf(tokens, token => urlOf(reading, token));
  const link = url(feed.link) ?? url(alternateLink(atom?.links)?.href) ?? null;
  return {
    format,
    id: idOf(reading, atom?.id) ?? line(dc?.identifiers?.[0]),
    title: line(feed.title, atom?.title?.value, dc?.titles?.[0], dcterms?.titles?.[0], itunes?.title) ?? link,
    description: firstOf(
      [feed.description, atom?.subtitle?.value, dc?.descriptions?.[0], itunes?.summary, itunes?.subtitle, googleplay?.description],
      token => textOf(reading, token),
    ),
    link,
    selfLink: url(linksOf(atom?.links, 'self')[0]?.href),
    hubs: linksOf(atom?.links, 'hub').flatMap(({ href }) => urlOf(reading, href) ?? []),
    language: line(feed.language, dc?.languages?.[0], dcterms?.languages?.[0]) ?? language,
    authors: feedAuthors(feed, reading),
    categories: [
      ...new Set(
        [
          ...(feed.categories ?? []).flatMap(({ name }) => line(name) ?? []),
          ...(atom?.categories ?? []).flatMap(category => atomCategory(reading, category)),
          ...(dc?.subjects ?? []).flatMap(subject => line(subject) ?? []),
          ...itunesCategories(itunes?.categories).flatMap(text => line(text) ?? []),
          ...(googleplay?.categories ?? []).flatMap(text => line(text) ?? []),
          ...(itunes?.keywords ?? []).flatMap(words => (line(words) ?? '').split(',').map(word => word.trim())),
        ].filter(Boolean),
      ),
    ],
    image: url(feed.image?.url, itunes?.image, atom?.logo, googleplay?.image?.href, feed.media?.thumbnails?.[0]?.url, atom?.icon),
    publishedAt: firstDate(reading, [feed.pubDate, dcterms?.issued?.[0], dcterms?.created?.[0], dc?.dates?.[0]]),
    updatedAt:
      firstDate(reading, [feed.lastBuildDate, atom?.updated, dcterms?.modified?.[0], dc?.dates?.[0]]) ?? dateOf(reading, feed.pubDate),
    ttlMinutes: ttlOf(feed, reading),
  };
}

function firstOf(tokens: (string | undefined)[], read: (token: string) => string | null): string | null {
  for (const token of tokens) {
    const value = token ? read(token) : null;
    if (value) return value;
  }
  return null;
}

/** Whoever the first of several places names: the feed's editor before its owner, before its web master. */
function feedAuthors(feed: Feed, reading: Reading): FeedPerson[] {
  const { atom, dc, dcterms, itunes, googleplay } = feed;
  const places: (() => (FeedPerson | null)[])[] = [
    () => (feed.managingEditor ? [personFrom(reading, feed.managingEditor)] : []),
    () => atomPeople(reading, atom?.authors),
    () => namedPeople(reading, [...(dc?.creators ?? []), ...(dcterms?.creators ?? [])]),
    () => namedPeople(reading, [itunes?.author, googleplay?.author]),
    () => (itunes?.owner ? [personFrom(reading, itunes.owner)] : []),
    () => (feed.webMaster ? [personFrom(reading, feed.webMaster)] : []),
    () => namedPeople(reading, dc?.publishers ?? []),
  ];
  for (const place of places) {
    const people = distinctPeople(place());
    if (people.length) return people;
  }
  return [];
}

function personFrom(reading: Reading, { name, email }: { name?: string; email?: string }): FeedPerson | null {
  const said = personOf(lineOf(reading, name) ?? '');
  const address = lineOf(reading, email);
  return address ? { name: said?.name ?? null, email: address, url: null } : said;
}

function itunesCategories(categories: { text?: string; categories?: unknown }[] | undefined): (string | undefined)[] {
  return (categories ?? []).flatMap(({ text, categories: inner }) => [text, ...itunesCategories(inner as { text?: string }[] | undefined)]);
}

function ttlOf({ ttl, sy }: Feed, reading: Reading): number | null {
  if (ttl !== undefined && ttl > 0) return Math.min(Math.round(ttl), 525_600);
  const period = minutesOfPeriod[lineOf(reading, sy?.updatePeriod)?.toLowerCase() ?? ''];
  return period ? Math.max(1, Math.round(period / Math.max(1, sy?.updateFrequency ?? 1))) : null;
}
