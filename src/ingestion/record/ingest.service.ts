import { setTimeout } from 'node:timers/promises';
import { DataSource, type EntityManager, QueryFailedError } from 'typeorm';
import { Refusal } from '../../platform/errors';
import { seekOrigins } from '../origin/seek-origins';
import { Batch } from './batch';
import { deriveTimes } from './derived-times';
import { inOrder } from './in-order';
import type { IngestReport, IngestResult } from './ingest-payload';
import { fieldOf, type Item, nameOf, readRecords } from './read-records';
import { IngestOutcome, RecordKind } from './record-kind';
import { renewStatistics } from './renew-statistics';
import { placeArticles, storeArticles } from './store-articles';
import { readCited } from './store-citations';
import { storeClaims } from './store-claims';
import { storeEvents } from './store-events';
import { readKeys } from './store-facts';
import { storeFigures } from './store-figures';
import { storeActors, storeSources } from './store-named';
import { storePositions } from './store-positions';
import { storeStatements } from './store-statements';
import { findStories, lockStories, storeStories } from './store-stories';

/** How many records one batch may hold. */
export const BATCH_LIMIT = 1000;

/**
 * Stores a batch of records: the one way in, for the mutation, the command line and the sample. The same batch twice changes nothing. A record
 * that cannot be stored is rejected with the reason, and the rest lands, in one transaction.
 *
 * @param db  or the caller's transaction, which is then the caller's to run again if it loses a race
 * @param records  as JSON or GraphQL brings them; nothing about them is taken for granted
 * @throws Refusal  if there are more than a batch may hold
 */
export async function ingest(db: DataSource | EntityManager, records: readonly unknown[], now = new Date()): Promise<IngestReport> {
  if (records.length > BATCH_LIMIT) {
    throw new Refusal(
      'BAD_USER_INPUT',
      `The batch has ${records.length} records, and at most ${BATCH_LIMIT} are taken at once: send several batches.`,
    );
  }
  const { items, bad } = readRecords(records);
  const manager = db instanceof DataSource ? db.manager : db;
  const storeAll = async (transaction: EntityManager): Promise<Map<number, IngestResult>> => {
    const results = new Map<number, IngestResult>();
    for (const { index, kind, problems } of bad) results.set(index, { index, kind, outcome: IngestOutcome.REJECTED, node: null, problems });
    const rejected = new Map(bad.flatMap(({ name, index }) => (name === null ? [] : [[name, index]])));
    await storeWhatLands(transaction, neededFirst(items), { now, results, rejected });
    return results;
  };
  const isCallers = manager.queryRunner?.isTransactionActive ?? false;
  const settled = isCallers ? await storeAll(manager) : await again(() => manager.transaction(storeAll));
  if (!isCallers) {
    await renewStatistics(manager);
    if (items.some(({ kind }) => kind === RecordKind.ARTICLE)) await seekOrigins(manager);
  }
  return reportOf([...settled.values()].sort((a, b) => a.index - b.index));
}

/** Counts what became of the records. */
export function reportOf(results: IngestResult[]): IngestReport {
  const count = (outcome: IngestOutcome): number => results.filter(result => result.outcome === outcome).length;
  return {
    created: count(IngestOutcome.CREATED),
    updated: count(IngestOutcome.UPDATED),
    unchanged: count(IngestOutcome.UNCHANGED),
    rejected: count(IngestOutcome.REJECTED),
    results,
  };
}

interface Run {
  now: Date;
  results: Map<number, IngestResult>;
  rejected: Map<string, number>;
}

/** Stores all records at once; where the database refuses, halves them until only the one that it refuses is left out. */
async function storeWhatLands(db: EntityManager, items: readonly Item[], run: Run): Promise<void> {
  const [only] = items;
  if (!only) return;
  const rejected = new Map(run.rejected);
  try {
    const results = await db.transaction(savepoint => store(new Batch(savepoint, run.now, items, rejected)));
    for (const [index, result] of results) run.results.set(index, result);
    run.rejected = rejected;
  } catch (error) {
    const reason = refusalOf(error);
    if (!reason) throw error;
    if (items.length === 1) {
      const problems = [{ path: `records[${only.index}].${fieldOf(only.kind)}`, message: `The database refuses it: ${reason}.` }];
      run.results.set(only.index, { index: only.index, kind: only.kind, outcome: IngestOutcome.REJECTED, node: null, problems });
      run.rejected.set(nameOf(only.kind, only.given), only.index);
      return;
    }
    const half = Math.ceil(items.length / 2);
    await storeWhatLands(db, items.slice(0, half), run);
    await storeWhatLands(db, items.slice(half), run);
  }
}

async function store(batch: Batch): Promise<Map<number, IngestResult>> {
  await readCountries(batch);
  await storeSources(batch);
  await storeActors(batch);
  await findStories(batch);
  const articles = await storeArticles(batch);
  await lockStories(batch);
  await storeStories(batch);
  await placeArticles(batch, articles);
  if (batch.items.some(({ kind }) => factKinds.has(kind))) await storeFacts(batch);
  return batch.results;
}

async function storeFacts(batch: Batch): Promise<void> {
  await readCited(batch);
  await readKeys(batch);
  const events = await storeEvents(batch);
  const statements = await storeStatements(batch);
  const figures = await storeFigures(batch);
  const claims = await storeClaims(batch);
  const positions = await storePositions(batch);
  await deriveTimes(batch.db, { events, statements, figures, claims, positions });
  await batch.db.query(`set constraints all immediate`);
  await batch.db.query(`set constraints all deferred`);
}

/** What only batches with facts need is left out for articles alone: a poll stores few of those at a time, and pays by the statement. */
const factKinds = new Set([RecordKind.EVENT, RecordKind.STATEMENT, RecordKind.FIGURE, RecordKind.CLAIM, RecordKind.POSITION]);

async function readCountries(batch: Batch): Promise<void> {
  if (batch.items.every(({ given }) => 'mentions' in given && given.mentions === null)) return; // articles that name none
  for (const { code } of await batch.db.query<{ code: string }[]>(`select code from country`)) batch.countries.add(code);
}

/** Records in the order in which they lean on each other, so that the first half of a batch never needs the second. */
function neededFirst(items: readonly Item[]): Item[] {
  const order = Object.values(RecordKind);
  const byKind = order.flatMap(kind => items.filter(item => item.kind === kind));
  const { ordered, circular } = inOrder(byKind, item => nameOf(item.kind, item.given), needsOf);
  return [...ordered, ...circular].sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
}

function needsOf({ kind, given }: Item): string[] {
  if ('parent' in given && given.parent !== null) return [nameOf(kind, { story: given.story, key: given.parent })];
  if ('answers' in given && given.answers?.statement) return [nameOf(kind, { story: given.story, key: given.answers.statement })];
  return [];
}

/** The reason why the database refuses data (classes 21 to 23 and 54 of SQLSTATE), or null for any other failure. */
function refusalOf(error: unknown): string | null {
  return /^(?:2[123]|54)/.test(sqlState(error)) ? (error as Error).message : null;
}

/** Runs a transaction again that lost a race against another, a little later each time. */
async function again<T>(run: () => Promise<T>, left = 3): Promise<T> {
  try {
    return await run();
  } catch (error) {
    if (left === 0 || !/^40(?:001|P01)$/.test(sqlState(error))) throw error;
    await setTimeout(Math.random() * (400 / left));
    return again(run, left - 1);
  }
}

function sqlState(error: unknown): string {
  return error instanceof QueryFailedError ? String((error.driverError as { code?: unknown }).code) : '';
}
