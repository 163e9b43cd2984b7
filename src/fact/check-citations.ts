import type { EntityManager } from 'typeorm';

/** A citation whose quoted words are not where it says. */
export interface BrokenCitation {
  id: string;
  storyId: string;
  factId: string;
  url: string;
  version: number;
  start: number;
  end: number;
  problem: string;
}

/** How many citations one statement checks. */
const BATCH = 2_000;

/** Looks, for every citation of exact words, whether the stored version has them at that place, by their hash. Reads in batches, and locks nothing. */
export async function checkCitations(
  db: EntityManager,
  onBroken: (broken: BrokenCitation) => void,
): Promise<{ checked: number; broken: number }> {
  const result = { checked: 0, broken: 0 };
  let last = { storyId: '00000000-0000-0000-0000-000000000000', id: '00000000-0000-0000-0000-000000000000' };
  for (let more = true; more;) {
    const rows = await db.query<(Omit<BrokenCitation, 'problem'> & { problem: string | null })[]>(
      `select c.id, c.story_id as "storyId", c.fact_id as "factId", c.url, c.version, c.span_start as start, c.span_end as "end",
         case
           when v.article_id is null then 'that version is not stored'
           when v.text is null then 'that version is stored without its text'
           when c.span_end > length(v.text) then 'the text ends before the words do'
           when encode(sha256(convert_to(substring(v.text from c.span_start + 1 for c.span_end - c.span_start), 'UTF8')), 'hex') <> c.span_hash
             then 'other words stand there'
         end as problem
       from (
         select * from citation where kind = 'SPAN' and (story_id, id) > ($1, $2) order by story_id, id limit $3
       ) c left join article_version v on v.article_id = c.article_id and v.number = c.version
       order by c.story_id, c.id`,
      [last.storyId, last.id, BATCH],
    );
    for (const { problem, ...row } of rows) if (problem !== null) onBroken({ ...row, problem });
    result.checked += rows.length;
    result.broken += rows.filter(({ problem }) => problem !== null).length;
    last = rows.at(-1) ?? last;
    more = rows.length === BATCH;
  }
  return result;
}
