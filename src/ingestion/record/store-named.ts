import { isDeepStrictEqual } from 'node:util';
import { SourceKind, SourceRole } from '../../source/source.entity';
import { shown } from '../../platform/errors';
import { uuidV7 } from '../../platform/ids';
import type { Batch, Named } from './batch';
import { insertRows, type Row, updateRows } from './insert-rows';
import { IngestOutcome, RecordKind } from './record-kind';
import type { Item } from './read-records';
import { unfit } from './shape';

/** Stores the sources of a batch and makes known those that other records name. */
export async function storeSources(batch: Batch): Promise<void> {
  await storeNamed(
    batch,
    RecordKind.SOURCE,
    'source',
    ({ given }) => ({
      name: given.name,
      kind: given.kind,
      role: given.role,
      country_code: batch.country(given.country, '.country'),
      homepage: given.homepage,
      language: given.language,
      pages: given.pages,
    }),
    row => ({ role: officialKinds.has(row.kind as SourceKind) ? SourceRole.OFFICIAL_ISSUER : SourceRole.PUBLISHER, pages: [] }),
  );
  const wanted = [
    ...batch.all(RecordKind.SOURCE).map(item => item.given.slug),
    ...batch.of(RecordKind.ACTOR).map(item => item.given.source),
    ...batch.of(RecordKind.ARTICLE).map(item => item.given.source),
    ...batch.of(RecordKind.FIGURE).map(item => item.given.reporterSource),
  ];
  await readNamed(batch, 'source', wanted, batch.sources);
}

/** Stores the actors of a batch and makes known those that other records name. */
export async function storeActors(batch: Batch): Promise<void> {
  await storeNamed(
    batch,
    RecordKind.ACTOR,
    'actor',
    ({ given }) => ({
      name: given.name,
      kind: given.kind,
      country_code: batch.country(given.country, '.country'),
      wikidata_id: given.wikidataId,
      source_id: given.source === null ? null : batch.source(given.source, '.source').id,
    }),
    () => ({}),
  );
  const wanted = [
    ...batch.all(RecordKind.ACTOR).map(item => item.given.slug),
    ...batch.of(RecordKind.STATEMENT).map(item => item.given.issuer),
    ...batch.of(RecordKind.FIGURE).map(item => item.given.reporterActor),
    ...batch.of(RecordKind.POSITION).map(item => item.given.holder),
  ];
  await readNamed(batch, 'actor', wanted, batch.actors);
}

const officialKinds = new Set([SourceKind.GOVERNMENT, SourceKind.INTERGOVERNMENTAL, SourceKind.NON_STATE_GROUP]);

type NamedKind = RecordKind.SOURCE | RecordKind.ACTOR;

/** What a record leaves out stays as it is stored; a new row takes `defaults` for it. */
async function storeNamed<K extends NamedKind>(
  batch: Batch,
  kind: K,
  table: string,
  rowOf: (item: Item<K>) => Row,
  defaults: (row: Row) => Row,
): Promise<void> {
  const rows = new Map<string, { item: Item<K>; row: Row }>();
  const twins: Item<K>[] = [];
  for (const item of batch.of(kind)) {
    batch.attempt(item, () => {
      const row = rowOf(item);
      const twin = rows.get(item.given.slug);
      if (!twin) rows.set(item.given.slug, { item, row });
      else if (isDeepStrictEqual(twin.row, row)) twins.push(item);
      else
        throw unfit(
          `The ${table} ${shown(item.given.slug)} is also records[${twin.item.index}] of this batch, and says something else there.`,
          '.slug',
        );
    });
  }
  const slugs = [...rows.keys()].sort();
  const stored = slugs.length ? ((await batch.db.query(`select * from ${table} where slug = any($1)`, [slugs])) as (Row & Named)[]) : [];
  const known = new Map(stored.map(row => [row.slug, row]));
  const fresh = slugs
    .filter(slug => !known.has(slug))
    .map(slug => {
      const row = rows.get(slug)?.row ?? {};
      return { id: uuidV7(), slug, ...row, ...missingOf(row, defaults(row)) };
    });
  const added = await insertRows<Named>(batch.db, table, fresh, 'on conflict (slug) do nothing returning id, slug');
  for (const { id, slug } of added) settleSlug(slug, IngestOutcome.CREATED, id);

  const raced = fresh.map(row => row.slug).filter(slug => !added.some(row => row.slug === slug));
  if (raced.length) {
    for (const row of (await batch.db.query(`select * from ${table} where slug = any($1)`, [raced])) as (Row & Named)[])
      known.set(row.slug, row);
  }
  const changes: Row[] = [];
  for (const [slug, old] of known) {
    const row = rows.get(slug)?.row ?? {};
    const merged = { ...row, ...missingOf(row, old) };
    const changed = Object.keys(row).some(column => !isDeepStrictEqual(merged[column], old[column]));
    if (changed) changes.push({ id: old.id, ...merged });
    settleSlug(slug, changed ? IngestOutcome.UPDATED : IngestOutcome.UNCHANGED, old.id);
  }
  await updateRows(batch.db, table, 'id', changes);
  for (const twin of twins) batch.settle(twin, IngestOutcome.UNCHANGED, idOf(twin.given.slug));

  function settleSlug(slug: string, outcome: IngestOutcome, id: string): void {
    const item = rows.get(slug)?.item;
    if (item) batch.settle(item, outcome, id);
  }
  function idOf(slug: string): string {
    return batch.results.get(rows.get(slug)?.item.index ?? -1)?.node?.uuid ?? '';
  }
}

/** The values of `from` for those columns of `row` that are null. */
function missingOf(row: Row, from: Row): Row {
  return Object.fromEntries(
    Object.keys(row)
      .filter(column => row[column] === null && from[column] !== undefined)
      .map(column => [column, from[column]]),
  );
}

async function readNamed(batch: Batch, table: string, wanted: (string | null)[], into: Map<string, Named>): Promise<void> {
  const slugs = [...new Set(wanted.filter(slug => slug !== null))];
  if (!slugs.length) return;
  const found = (await batch.db.query(`select id, slug, name, country_code from ${table} where slug = any($1)`, [slugs])) as Named[];
  for (const row of found) into.set(row.slug, row);
}
