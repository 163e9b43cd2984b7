import { checkCitations } from '../../fact/check-citations';
import { withDatabase } from '../open-database';
import type { Settings } from './settings';

/** Checks all citations of exact words, and prints those that fail, one a line. Returns whether all were found. */
export async function checkCitationsCommand({ config, log }: ReturnType<Settings>): Promise<boolean> {
  const { checked, broken } = await withDatabase(config, log, database =>
    checkCitations(database.manager, ({ id, storyId, factId, url, version, start, end, problem }) => {
      process.stdout.write(`${id}  fact ${factId} of story ${storyId}: version ${version} of ${url}, ${start} to ${end}: ${problem}\n`);
    }),
  );
  process.stdout.write(`${checked} citations checked, ${broken === 0 ? 'all found' : `${broken} not found`}\n`);
  return broken === 0;
}
