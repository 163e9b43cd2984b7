import { createHash } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { uuidV5 } from '../../platform/ids';
import { insertRows } from '../record/insert-rows';
import type { FoundSpan } from './finding';
import type { UnreadArticle, UnreadVersion } from './unread-article';

/** The namespace of the keys of what is found in texts. */
export const FINDING_NAMESPACE = 'd3b6c1a4-52f7-5c0e-9a61-7f0d3a8e2b19';

/** That a version carries a fact, with the words where they are in its text. */
export interface Carried {
  factId: string;
  span: FoundSpan;
}

/** Ties facts to the words of a version that carry them, or to the page where they are in no text that is held. Doing it twice changes nothing. */
export async function cite(
  db: EntityManager,
  { storyId, articleId, url }: UnreadArticle,
  { number, text, publicAt }: UnreadVersion,
  carried: readonly Carried[],
): Promise<void> {
  const spans = new Map(carried.map(({ factId, span }) => [factId, span]).reverse() as [string, FoundSpan][]);
  if (spans.size === 0) return;
  const known = await db.query<{ factId: string; last: number; cited: boolean }[]>(
    `select fact_id as "factId", max(ordinal) as last, bool_or(article_id = $3 and version = $4) as cited
     from citation where story_id = $1 and fact_id = any($2) group by fact_id`,
    [storyId, [...spans.keys()], articleId, number],
  );
  const points = [...(text ?? '')];
  const rows = [...spans].flatMap(([factId, span]) => {
    const before = known.find(one => one.factId === factId);
    if (before?.cited) return [];
    const words = span ? points.slice(span.start, span.end).join('') : '';
    const place = words
      ? { kind: 'SPAN', span_start: span?.start, span_end: span?.end, span_hash: createHash('sha256').update(words).digest('hex') }
      : { kind: 'LINK', span_start: null, span_end: null, span_hash: null };
    const id = uuidV5(FINDING_NAMESPACE, `${storyId} ${factId} ${articleId} ${number}`);
    const document = { url, article_id: articleId, version: number, public_at: publicAt, recorded_at: new Date() };
    return [{ story_id: storyId, id, fact_id: factId, ordinal: (before?.last ?? -1) + 1, ...place, ...document }];
  });
  await insertRows(db, 'citation', rows, 'on conflict (story_id, id) do nothing');
}
