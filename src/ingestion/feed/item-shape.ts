import type { RssFeed } from 'feedsmith';
import { fingerprintOf } from './fingerprint';
import { itemEnclosures, itemImage, itemMedia } from './item-media';
import { leadOf } from './lead';
import { distinctPeople, personOf } from './people';
import type { FeedHead, FeedItem, FeedPerson } from './parsed-feed';
import { bothOf, firstDate, idOf, languageOf, lineOf, type Reading, urlOf } from './reading';
import { alternateLink, atomCategory, atomPeople, linksOf, namedPeople } from './shape-parts';
import { isAbsolute, webUrl } from '../sanitise/safe-url';

type Item = RssFeed.Item<string>;

/** What an item inherits. */
export interface ItemSurroundings {
  head: FeedHead;
  language: string | null;
  originalLink: string | null;
  originalEnclosure: string | null;
}

/** One item, where each thing may stand in several places. */
export function itemShape(item: Item, outer: Reading, { head, language, originalLink, originalEnclosure }: ItemSurroundings): FeedItem {
  const { atom, dc, dcterms, itunes, googleplay, media } = item;
  const url = originalLink ?? itemUrl(item, outer);
  const reading = outer.fallbackBase || !url || !isAbsolute(url) ? outer : { ...outer, fallbackBase: url };
  const group = media?.groups?.[0];
  const summary = firstToken(outer, [
    item.description,
    atom?.summary?.value,
    dc?.descriptions?.[0],
    dcterms?.abstracts?.[0],
    itunes?.summary,
    itunes?.subtitle,
    googleplay?.description,
    media?.description?.value,
    group?.description?.value,
    media?.contents?.[0]?.description?.value,
  ]);
  const content = firstToken(outer, [item.content?.encoded, atom?.content?.value]);
  const titled = firstToken(outer, [
    item.title,
    atom?.title?.value,
    dc?.titles?.[0],
    dcterms?.titles?.[0],
    itunes?.title,
    media?.title?.value,
    group?.title?.value,
    media?.contents?.[0]?.title?.value,
  ]);
  const { text: summaryText, html: summaryHtml } = bothOf(reading, summary);
  const { text: contentText, html: contentHtml } = bothOf(reading, content);
  const title = lineOf(reading, titled) ?? leadOf(summaryText ?? contentText) ?? url ?? '';
  const dates = itemDates(item, reading);
  const guid =
    idOf(reading, atom?.id) ??
    lineOf(reading, item.guid?.value) ??
    lineOf(reading, dc?.identifiers?.[0]) ??
    lineOf(reading, dcterms?.identifiers?.[0]);
  const enclosures = itemEnclosures(item, reading, originalEnclosure);
  const pictures = itemMedia(item, reading);
  return {
    id: guid ?? url ?? fingerprintOf([title, summaryText, contentText, dates.publishedAt, enclosures[0]?.url]),
    identityBasis: guid ? 'GUID' : url ? 'LINK' : 'FINGERPRINT',
    url,
    title,
    authors: itemAuthors(item, reading, head.authors),
    ...dates,
    summaryText,
    summaryHtml,
    contentText,
    contentHtml,
    enclosures,
    media: pictures,
    image: itemImage(item, reading, { enclosures, media: pictures, html: contentHtml ?? summaryHtml }),
    categories: itemCategories(item, reading),
    language:
      lineOf(reading, dc?.languages?.[0] ?? dcterms?.languages?.[0]) ??
      languageOf(reading, content ?? summary ?? titled) ??
      language ??
      head.language,
    source: itemSource(item, reading),
    geo: itemPlace(item),
  };
}

/** The first of several places that holds anything. */
function firstToken({ values }: Reading, tokens: (string | undefined)[]): string | undefined {
  return tokens.find(token => token && values.of(token)?.text);
}

function itemUrl(item: Item, reading: Reading): string | null {
  const guid = item.guid;
  const said = lineOf(reading, guid?.value);
  const permanent = said && guid?.isPermaLink !== false && /^https?:\/\//i.test(said) ? webUrl(said) : null;
  const enclosure = item.enclosures?.find(({ url }) => url)?.url ?? linksOf(item.atom?.links, 'enclosure')[0]?.href;
  return (
    urlOf(reading, item.link) ??
    urlOf(reading, alternateLink(item.atom?.links)?.href) ??
    permanent ??
    urlOf(reading, item.atom?.content?.src) ??
    urlOf(reading, linksOf(item.atom?.links, 'via')[0]?.href) ??
    urlOf(reading, enclosure)
  );
}

function itemDates({ pubDate, atom, dc, dcterms }: Item, reading: Reading): Pick<FeedItem, 'publishedAt' | 'updatedAt'> {
  const updatedAt = firstDate(reading, [atom?.updated, dcterms?.modified?.[0]]);
  const published = [
    pubDate,
    atom?.published,
    dc?.dates?.[0],
    dcterms?.issued?.[0],
    dcterms?.available?.[0],
    dcterms?.created?.[0],
    dcterms?.dates?.[0],
  ];
  return { publishedAt: firstDate(reading, published), updatedAt };
}

/** The authors of the item, else of the feed that it was taken from, else of this feed. */
function itemAuthors(item: Item, reading: Reading, inherited: FeedPerson[]): FeedPerson[] {
  const { authors, atom, dc, dcterms, itunes, googleplay, media } = item;
  const own = distinctPeople([
    ...(authors ?? []).map(({ name, email, link }) => {
      const said = personOf(lineOf(reading, name ?? link) ?? '');
      const address = lineOf(reading, email);
      return address ? { name: said?.name ?? null, email: address, url: null } : said;
    }),
    ...atomPeople(reading, atom?.authors),
    ...namedPeople(reading, [...(dc?.creators ?? []), ...(dcterms?.creators ?? [])]),
  ]);
  if (own.length) return own;
  const second = distinctPeople([
    ...namedPeople(reading, [itunes?.author, googleplay?.author]),
    ...namedPeople(
      reading,
      (media?.credits ?? []).filter(({ role }) => /author|writer|reporter/i.test(role ?? '')).map(({ value }) => value),
    ),
    ...atomPeople(reading, atom?.source?.authors),
  ]);
  return second.length ? second : inherited;
}

function itemCategories({ categories, atom, dc, dcterms, itunes, media }: Item, reading: Reading): string[] {
  const named = [
    ...(categories ?? []).map(({ name }) => lineOf(reading, name)),
    ...(atom?.categories ?? []).flatMap(category => atomCategory(reading, category)),
    ...[...(dc?.subjects ?? []), ...(dcterms?.subjects ?? [])].map(subject => lineOf(reading, subject)),
    ...(media?.categories ?? []).map(({ name, label }) => lineOf(reading, label) ?? lineOf(reading, name)),
    ...[...(itunes?.keywords ?? []), ...(media?.keywords ?? [])].flatMap(words =>
      (lineOf(reading, words) ?? '').split(',').map(word => word.trim()),
    ),
  ];
  return [...new Set(named.filter((name): name is string => !!name))];
}

function itemSource({ source, atom, dc }: Item, reading: Reading): FeedItem['source'] {
  const inAtom = atom?.source;
  const title = lineOf(reading, source?.title) ?? lineOf(reading, inAtom?.title?.value) ?? lineOf(reading, dc?.sources?.[0]);
  const url =
    urlOf(reading, source?.url) ??
    urlOf(reading, alternateLink(inAtom?.links)?.href) ??
    urlOf(reading, linksOf(inAtom?.links, 'self')[0]?.href);
  return title || url ? { title, url } : null;
}

function itemPlace({ georss, geo }: Item): FeedItem['geo'] {
  const lat = georss?.point?.lat ?? geo?.lat ?? null;
  const lon = georss?.point?.lng ?? geo?.long ?? null;
  return lat === null && lon === null ? null : { lat, lon };
}
