import type { EntityManager } from 'typeorm';
import { uuidV5 } from '../../platform/ids';
import { insertRows, type Row } from '../record/insert-rows';
import { type Carried, cite, FINDING_NAMESPACE } from './citing';
import { detectedRow } from './detected-row';
import type { FoundFigure } from './finding';
import { judge, reprinted, storedFact, type StoredFact } from './standing';
import { eventOf } from './story-event';
import type { UnreadArticle, UnreadVersion } from './unread-article';

interface StoredFigure extends StoredFact, Pick<FoundFigure, 'metric' | 'value' | 'min' | 'max' | 'atLeast' | 'reporter'> {
  ordinal: number;
  /** Whether an article with the text of the one at hand carries it. */
  reprinted: boolean;
}

/**
 * Keeps the figures of a version. One number of one metric by one reporter is one figure, whoever prints it; so is one that a reprint carries.
 *
 * @returns how many figures that were stored before the version carries
 */
export async function keepFigures(
  db: EntityManager,
  article: UnreadArticle,
  version: UnreadVersion,
  found: readonly FoundFigure[],
): Promise<number> {
  if (found.length === 0) return 0;
  const stored = await storedFigures(db, article, [...new Set(found.map(({ metric }) => metric))]);
  const actors = await actorsNamed(db, [...new Set(found.map(({ reporter }) => reporter))]);
  const rows: Row[] = [];
  const carried: Carried[] = [];
  for (const figure of found) {
    const same = stored.filter(one => isSame(one, figure));
    const verdict = await judge(db, article.storyId, same);
    if (verdict === 'LEAVE') continue;
    if (verdict === 'ADD') {
      const event = await eventOf(db, article, figure.metric, version);
      const ordinal = Math.max(0, ...stored.filter(({ metric }) => metric === figure.metric).map(one => one.ordinal)) + 1;
      const row = figureRow(article, version, figure, same.length);
      const own = { event_id: event, ordinal, reporter_actor_id: actors.get(figure.reporter.toLowerCase()) ?? null };
      rows.push({ ...row, ...own });
      stored.push({ ...figure, id: row.id, key: row.key, moved: false, stands: true, ordinal, reprinted: true });
      carried.push({ factId: row.id, span: figure.span });
    } else carried.push({ factId: verdict.cite, span: figure.span });
  }
  await insertRows(db, 'figure', rows);
  await cite(db, article, version, carried);
  return carried.length - rows.length;
}

function isSame(stored: StoredFigure, figure: FoundFigure): boolean {
  const equal = (['metric', 'value', 'min', 'max', 'atLeast'] as const).every(field => stored[field] === figure[field]);
  return equal && ((figure.unnamed && stored.reprinted) || plain(stored.reporter) === plain(figure.reporter));
}

function storedFigures(db: EntityManager, { storyId, originId }: UnreadArticle, metrics: readonly string[]): Promise<StoredFigure[]> {
  return db.query<StoredFigure[]>(
    `select ${storedFact}, f.metric, f.value, f.min, f.max, f.at_least as "atLeast", f.reporter_name as reporter, f.ordinal,
       ${reprinted('$2')} as reprinted
     from figure f where f.story_id = $1 and f.metric = any($3) order by f.recorded_at, f.id`,
    [storyId, originId, metrics],
  );
}

/** The actors that alone bear one of these names. */
async function actorsNamed(db: EntityManager, names: readonly string[]): Promise<Map<string, string>> {
  const lower = names.map(name => name.toLowerCase());
  const rows = await db.query<{ name: string; id: string }[]>(
    `select lower(name) as name, min(id::text) as id from actor where lower(name) = any($1) group by 1 having count(*) = 1`,
    [lower],
  );
  return new Map(rows.map(({ name, id }) => [name, id]));
}

function figureRow(
  { storyId, source, syndicatedFrom }: UnreadArticle,
  version: UnreadVersion,
  { metric, value, min, max, atLeast, official, confidence, reporter, unnamed }: FoundFigure,
  times: number,
): Row & { id: string; key: string } {
  const content = JSON.stringify([metric, value, min, max, atLeast, plain(reporter)]);
  const id = uuidV5(FINDING_NAMESPACE, `${storyId} figure ${content} ${times}`);
  return {
    ...detectedRow({ storyId, id, content, confidence }, version),
    metric,
    value,
    min,
    max,
    at_least: atLeast,
    official,
    reporter_name: reporter,
    reporter_source_id: unnamed && syndicatedFrom === null ? source.id : null,
    time_basis: version.precision === 'MINUTE' ? 'PUBLICATION_TIMESTAMP' : 'REPORT_DATE',
  };
}

/** A reporter's name without case and article. */
function plain(reporter: string): string {
  return reporter
    .trim()
    .toLowerCase()
    .replace(/^(?:the|an?)\s+/, '');
}
