import { createReadStream } from 'node:fs';
import { access } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import type { DataSource } from 'typeorm';
import { BATCH_LIMIT, ingest } from '../../ingestion/record/ingest.service';
import { CommandError } from './command-error';
import { withDatabase } from '../open-database';
import { say } from './progress';
import { type RecordRead, recordsInFile } from './records-in-file';
import type { Settings } from './settings';

/** Stores the records of a file in batches; returns how many were rejected. Progress and rejections go to standard error, the summary to standard output. */
export async function ingestFile({ config, log }: ReturnType<Settings>, file: string): Promise<number> {
  const input = await openInput(file);
  const total = { created: 0, updated: 0, unchanged: 0, rejected: 0 };
  const started = performance.now();
  await withDatabase(config, log, async database => {
    for await (const batch of batchesOf(recordsInFile(input))) {
      const { created, updated, unchanged, rejected } = await ingestBatch(database, batch);
      total.created += created;
      total.updated += updated;
      total.unchanged += unchanged;
      total.rejected += rejected;
      const read = total.created + total.updated + total.unchanged + total.rejected;
      say(`${read} records read, ${((performance.now() - started) / 1_000).toFixed(1)} s`);
    }
  });
  process.stdout.write(`created ${total.created}, updated ${total.updated}, unchanged ${total.unchanged}, rejected ${total.rejected}\n`);
  return total.rejected;
}

async function openInput(file: string): Promise<Readable> {
  if (file === '-') return process.stdin;
  try {
    await access(file);
  } catch (error) {
    throw new CommandError(
      `The file ${file} cannot be read: ${(error as NodeJS.ErrnoException).code === 'ENOENT' ? 'there is none of that name' : (error as Error).message}.`,
    );
  }
  return createReadStream(file);
}

async function* batchesOf(records: AsyncIterable<RecordRead>): AsyncGenerator<RecordRead[]> {
  let batch: RecordRead[] = [];
  for await (const record of records) {
    if (batch.push(record) < BATCH_LIMIT) continue;
    yield batch;
    batch = [];
  }
  if (batch.length) yield batch;
}

async function ingestBatch(database: DataSource, batch: RecordRead[]) {
  for (const { place, fault } of batch) if (fault) say(`rejected, ${place}: ${fault}`);
  const sound = batch.filter(({ fault }) => !fault);
  const records = sound.map(({ record }) => record);
  const report = await ingest(database, records);
  for (const { index, problems } of report.results) {
    for (const { path, message } of problems)
      say(`rejected, ${sound[index]?.place}: ${path.replace(/^records\[\d+\]\.?/, '') || 'the record'}: ${message}`);
  }
  return { ...report, rejected: report.rejected + batch.length - sound.length };
}
