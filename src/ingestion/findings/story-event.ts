import type { EntityManager } from 'typeorm';
import { type Moment, periodEnd, type Precision } from '../../platform/moment';
import { uuidV5 } from '../../platform/ids';
import { insertRows } from '../record/insert-rows';
import { FINDING_NAMESPACE } from './citing';
import { detectedRow } from './detected-row';
import type { UnreadArticle } from './unread-article';

/** When a document was reported, and from when it counts. */
interface Clocks {
  reportedAt: Date;
  precision: Precision;
  publicAt: Date;
}

/**
 * The event of a story that a figure is for: the one that most figures of its metric are for, then of any, then a whole before its parts, the
 * earliest first. It is named by its first wording, which an undone correction does not take away. A story without an event gets one, under its headline.
 */
export async function eventOf(db: EntityManager, article: UnreadArticle, metric: string, clocks: Clocks): Promise<string> {
  const [event] = await db.query<{ id: string; first: string; method: string }[]>(
    `select e.id, e.method, coalesce((
       select w.id from event w where w.story_id = e.story_id and w.key = e.key and w.supersedes_id is null and w.moved_to is null order by w.recorded_at limit 1
     ), e.id) as first
     from event e
     left join (
       select event_id, count(*) filter (where metric = $2) as like_it, count(*) as all_of_it from figure where story_id = $1 and moved_to is null group by 1
     ) f on f.event_id = e.id
     where e.story_id = $1 and e.moved_to is null and e.corrected_at is null
     order by e.withdrawn_at is not null, coalesce(f.like_it, 0) desc, coalesce(f.all_of_it, 0) desc, e.parent_id is not null, e.occurred_at, e.id limit 1`,
    [article.storyId, metric],
  );
  if (!event) return beginEvent(db, article, clocks);
  if (event.method === 'DETECTED')
    await db.query(`update event set public_at = $3 where story_id = $1 and id = $2 and public_at > $3`, [
      article.storyId,
      event.id,
      clocks.publicAt,
    ]);
  return event.first;
}

/** Of what happened nothing is claimed but the headline: the kind is OTHER, the time that of the report. The page whose headline it is carries it. */
async function beginEvent(db: EntityManager, { storyId, articleId, url }: UnreadArticle, own: Clocks): Promise<string> {
  const [headline] = await db.query<{ headline: string; times: number }[]>(
    `select r.headline, (select count(*)::integer from event e where e.story_id = $1) as times
     from story_revision r where r.story_id = $1 order by r.public_at desc, r.recorded_at desc, r.id desc limit 1`,
    [storyId],
  );
  const title = headline?.headline ?? '';
  const titled = await db.query<({ articleId: string; url: string } & Moment & { publicAt: Date })[]>(
    `select k.article_id as "articleId", k.url, coalesce(k.published_at, k.sort_at) as at, a.precision, k.public_at as "publicAt"
     from story_article k join article a on a.id = k.article_id
     where k.story_id = $1 and k.moved_to is null and k.title = $2 and k.article_id <> $3 order by k.sort_at, k.article_id limit 1`,
    [storyId, title, articleId],
  );
  const carriers = [...titled, { articleId, url, at: own.reportedAt, precision: own.precision, publicAt: own.publicAt }];
  const [first] = carriers.sort((one, other) => one.publicAt.getTime() - other.publicAt.getTime()) as [(typeof carriers)[number]];
  const id = uuidV5(FINDING_NAMESPACE, `${storyId} event ${headline?.times ?? 0}`);
  const event = {
    ...detectedRow({ storyId, id, content: title, confidence: titled.length > 0 ? 0.9 : 0.8 }, { ...first, reportedAt: first.at }),
    kind: 'OTHER',
    title,
    occurred_at: first.at,
    occurred_by: periodEnd(first.at, first.precision),
    time_basis: 'REPORT_TIME',
    report_basis: 'STATED',
  };
  await insertRows(db, 'event', [event]);
  const citations = carriers.map((carrier, ordinal) => ({
    story_id: storyId,
    id: uuidV5(FINDING_NAMESPACE, `${storyId} ${id} ${carrier.articleId}`),
    fact_id: id,
    ordinal,
    kind: 'LINK',
    url: carrier.url,
    article_id: carrier.articleId,
    public_at: carrier.publicAt,
    recorded_at: event.recorded_at,
  }));
  await insertRows(db, 'citation', citations);
  return id;
}
