import type { EntityManager } from 'typeorm';
import { canonicalUrl } from '../../article/canonical-url';
import { Refusal, shown } from '../../platform/errors';
import { decodeNodeId, uuidV7 } from '../../platform/ids';
import { Feed, FeedStatus } from '../../source/feed.entity';
import { Source, SourceKind, SourceRole } from '../../source/source.entity';
import { feedKeyOf } from '../poll/feed-key';

/** What is said of a feed when it is registered. Only its address is needed. */
export interface FeedToRegister {
  url: string;
  /** The slug or the id of a source; else the one of the feed's host, made where there is none. */
  source?: string | null;
  /** How a source that is made is called; only with it is a source made for a slug that nobody bears. */
  sourceName?: string | null;
  title?: string | null;
  folder?: string | null;
  intervalMinutes?: number | null;
  fullText?: boolean | null;
  paused?: boolean | null;
}

/** A feed, and whether it is a new one. */
export interface Registered {
  feed: Feed;
  created: boolean;
}

/**
 * Registers a feed, to be polled at once. An address that is registered already stays one feed, and takes over what is said of it now; one that is
 * gone or paused is polled again.
 *
 * @throws Refusal  BAD_USER_INPUT, for an address that is none; NOT_FOUND, for a source that is not there
 */
export async function registerFeed(db: EntityManager, given: FeedToRegister): Promise<Registered> {
  const urlKey = feedKeyOf(given.url);
  const url = new URL(given.url.trim());
  url.hash = '';
  if (url.href.length > 4_000)
    throw new Refusal('BAD_USER_INPUT', `The address has ${url.href.length} characters, and at most 4000 are taken.`);
  if (url.username || url.password)
    throw new Refusal('BAD_USER_INPUT', 'The address holds a user name or a password, which are not sent: give it without them.');
  const interval = given.intervalMinutes;
  if (interval != null && !(interval >= 5 && interval <= 1_440))
    throw new Refusal('BAD_USER_INPUT', `${interval} is not an interval in minutes from 5 to 1440.`);
  const said = {
    ...(given.title != null && { title: given.title.trim().slice(0, 1_000) || null }),
    ...(given.folder != null && { folder: given.folder.trim().slice(0, 500) || null }),
    ...(interval != null && { intervalSeconds: Math.round(interval * 60) }),
    ...(given.fullText != null && { fullText: given.fullText }),
  };
  return db.transaction(async transaction => {
    const known = await transaction.findOneBy(Feed, { urlKey });
    if (known) {
      const sourceId = given.source ? (await sourceOf(transaction, given, url)).id : known.sourceId;
      const stands = known.status === FeedStatus.ACTIVE || known.status === FeedStatus.FAILING;
      const status = given.paused ? FeedStatus.PAUSED : stands ? known.status : FeedStatus.ACTIVE;
      const revived = stands || given.paused ? {} : { nextPollAt: new Date(), consecutiveFailures: 0, lastProblem: null };
      await transaction.update(Feed, { id: known.id }, { ...said, ...revived, sourceId, status });
      return { feed: await transaction.findOneByOrFail(Feed, { id: known.id }), created: false };
    }
    const source = await sourceOf(transaction, given, url);
    const status = given.paused ? FeedStatus.PAUSED : FeedStatus.ACTIVE;
    await transaction
      .createQueryBuilder()
      .insert()
      .into(Feed)
      .values({ id: uuidV7(), url: url.href, urlKey, host: url.host, sourceId: source.id, status, ...said })
      .orIgnore()
      .execute();
    return { feed: await transaction.findOneByOrFail(Feed, { urlKey }), created: true };
  });
}

async function sourceOf(db: EntityManager, { source, sourceName }: FeedToRegister, url: URL): Promise<Source> {
  if (source) {
    const node = decodeNodeId(source);
    const found = await db.findOneBy(Source, node?.type === 'Source' ? { id: node.uuid } : { slug: source });
    if (found) return found;
    if (sourceName && !node) return makeSource(db, source, sourceName, url);
    throw new Refusal(
      'NOT_FOUND',
      `There is no source ${shown(source)}: say how it is called to have it made, or leave it out to take the one of the feed's host.`,
    );
  }
  const host = url.hostname.replace(/^(?:www|rss|feeds?|news)\./, '');
  const slug =
    `${host}${url.port ? `-${url.port}` : ''}`
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '') || 'feed';
  return makeSource(db, slug, sourceName?.trim() || host, url);
}

async function makeSource(db: EntityManager, slug: string, name: string, url: URL): Promise<Source> {
  if (!/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(slug) || slug.length > 200) {
    throw new Refusal(
      'BAD_USER_INPUT',
      `${shown(slug)} is not a slug: write small letters, digits and single hyphens between them, as in moscow-times.`,
    );
  }
  await db
    .createQueryBuilder()
    .insert()
    .into(Source)
    .values({
      id: uuidV7(),
      slug,
      name: name.trim().slice(0, 500),
      kind: SourceKind.NEWS_OUTLET,
      role: SourceRole.PUBLISHER,
      homepage: canonicalUrl(url.origin),
      pages: [],
    })
    .orIgnore()
    .execute();
  return db.findOneByOrFail(Source, { slug });
}
