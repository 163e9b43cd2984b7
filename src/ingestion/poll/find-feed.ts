import type { EntityManager } from 'typeorm';
import { feedKeyOf } from './feed-key';
import { Refusal, shown } from '../../platform/errors';
import { decodeNodeId } from '../../platform/ids';
import { Feed } from '../../source/feed.entity';
import { Source } from '../../source/source.entity';

/**
 * Finds a feed by its id, as the API or the database gives it, or by its address.
 *
 * @throws Refusal  NOT_FOUND
 */
export async function findFeed(db: EntityManager, reference: string): Promise<Feed> {
  const node = decodeNodeId(reference);
  const id = node?.type === 'Feed' ? node.uuid : uuid.test(reference) ? reference : null;
  const key = id === null && URL.canParse(reference) ? feedKeyOf(reference) : null;
  const feed = id ? await db.findOneBy(Feed, { id }) : key ? await db.findOneBy(Feed, { urlKey: key }) : null;
  if (!feed) throw new Refusal('NOT_FOUND', `There is no feed ${shown(reference)}: give its id or its address; \`feeds\` lists all.`);
  feed.source = await db.findOneByOrFail(Source, { id: feed.sourceId });
  return feed;
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
