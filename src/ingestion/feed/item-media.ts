import type { RssFeed } from 'feedsmith';
import type { FeedEnclosure, FeedMedia } from './parsed-feed';
import { lineOf, type Reading, urlOf } from './reading';
import { linksOf } from './shape-parts';

type Item = RssFeed.Item<string>;

const pictureName = /\.(?:jpe?g|png|gif|webp|avif)(?:[?#]|$)/i;
const firstPicture = /<img\b[^>]*?\ssrc="(https?:[^"]+)"/;

/**
 * The files that come with an item, of RSS and of Atom.
 *
 * @param original  the address of the only one, from before a tracker took its place
 */
export function itemEnclosures(item: Item, reading: Reading, original: string | null): FeedEnclosure[] {
  const found = [
    ...(item.enclosures ?? []).map(({ url, type, length }) => ({ url, type, length })),
    ...linksOf(item.atom?.links, 'enclosure').map(({ href, type, length }) => ({ url: href, type, length })),
  ];
  const enclosures = new Map<string, FeedEnclosure>();
  for (const { url: token, type, length } of found) {
    const url = urlOf(reading, token);
    if (url && !enclosures.has(url))
      enclosures.set(url, { url, type: lineOf(reading, type), length: length !== undefined && length >= 0 ? Math.round(length) : null });
  }
  const [only, ...others] = enclosures.values();
  return original && only && !others.length ? [{ ...only, url: original }] : [...enclosures.values()];
}

/** Pictures, videos and sounds of Media RSS, in groups or not. */
export function itemMedia({ media }: Item, reading: Reading): FeedMedia[] {
  const contents = [...(media?.contents ?? []), ...(media?.groups ?? []).flatMap(group => group.contents ?? [])];
  const thumbnails = [media, ...(media?.groups ?? []), ...contents].flatMap(part => part?.thumbnails ?? []);
  const players = [media, ...contents].flatMap(part => part?.player ?? []);
  const found = new Map<string, FeedMedia>();
  const add = (token: string | undefined, type: string | null, medium: string | null): void => {
    const url = urlOf(reading, token);
    if (url && !found.has(url)) found.set(url, { url, type, medium });
  };
  for (const { url, type, medium } of contents) add(url, lineOf(reading, type), lineOf(reading, medium));
  for (const { url } of thumbnails) add(url, null, 'image');
  for (const { url } of players) add(url, null, 'player');
  return [...found.values()];
}

/** The picture of an item: what is named as such, then media, then a picture that is enclosed, then the first one in the text. */
export function itemImage(
  item: Item,
  reading: Reading,
  { enclosures, media, html }: { enclosures: FeedEnclosure[]; media: FeedMedia[]; html: string | null },
): string | null {
  return (
    urlOf(reading, item.itunes?.image) ??
    urlOf(reading, item.googleplay?.image?.href) ??
    media.find(isPicture)?.url ??
    enclosures.find(isPicture)?.url ??
    (html ? (firstPicture.exec(html)?.[1]?.replace(/&amp;/g, '&') ?? null) : null)
  );
}

function isPicture({ url, type, ...rest }: { url: string; type: string | null }): boolean {
  return ('medium' in rest && rest.medium === 'image') || (type?.startsWith('image/') ?? false) || (!type && pictureName.test(url));
}
