import type { DataSource } from 'typeorm';
import type { Log } from '../../platform/log';
import { BATCH_LIMIT, ingest, reportOf } from '../record/ingest.service';
import type { IngestReport, IngestResult } from '../record/ingest-payload';
import { renewStatistics } from '../record/renew-statistics';
import { crocusRecords } from './crocus';

/**
 * Loads the bundled story through the same door as any other batch. Doing it twice changes nothing.
 *
 * @throws Error  if any row is rejected; then nothing of it is stored
 */
export async function loadSample(dataSource: DataSource, folder: string, log: Pick<Log, 'info'>): Promise<IngestReport> {
  const records = crocusRecords(folder);
  const now = new Date();
  const report = await dataSource.transaction(async transaction => {
    const results: IngestResult[] = [];
    for (let start = 0; start < records.length; start += BATCH_LIMIT) {
      const batch = await ingest(transaction, records.slice(start, start + BATCH_LIMIT), now);
      results.push(...batch.results.map(result => ({ ...result, index: start + result.index })));
    }
    const problems = results.flatMap(result => result.problems);
    if (problems.length) {
      const shown = problems.slice(0, 5).map(({ path, message }) => `${path}: ${message}`);
      throw new Error(`The sample in ${folder} has ${problems.length} problems and was not loaded.\n${shown.join('\n')}`);
    }
    return reportOf(results);
  });
  await renewStatistics(dataSource.manager);
  const { created, updated, unchanged } = report;
  log.info({ created, updated, unchanged }, 'sample loaded');
  return report;
}
