import { join } from 'node:path';
import { answer, say } from '../say';
import { fit, writeModel } from './fit';
import { halfOf, readLabelledSets } from './labelled-set';
import { printQuality } from './quality';
import { benchSpeed } from './speed';

/** How well and how fast articles find their stories. */
export async function benchCluster(args: string[]): Promise<boolean> {
  const [way, folder] = args;
  if (args.includes('--help') || (way && !['--quality', '--fit', '--halves'].includes(way))) return help();
  if (!way) return benchSpeed();
  if (!folder) return help();
  const sets = readLabelledSets(folder);
  if (way === '--quality') {
    const { bCubed, pairs } = printQuality(sets);
    return bCubed >= 0.88 && pairs >= 0.8;
  }
  if (way === '--halves') {
    const model = fit(sets.map(set => halfOf(set, 0)));
    printQuality(
      sets.map(set => halfOf(set, 1)),
      model,
    );
    return true;
  }
  const path = join(process.cwd(), 'src', 'ingestion', 'assign', 'trained-model.ts');
  const model = fit(sets);
  writeModel(path, model);
  say(`Wrote ${path}; format it with npm run format.`);
  printQuality(sets, model);
  return true;
}

function help(): boolean {
  answer(`npm run bench -- cluster                     the time for an article, and memory, from 1,000 to 100,000 active stories
npm run bench -- cluster --quality FOLDER    how well the stories agree with labelled sets: JSON lines {id, title, text, publishedAt, language, story}
npm run bench -- cluster --fit FOLDER        fits the models to labelled sets and writes src/ingestion/assign/trained-model.ts
npm run bench -- cluster --halves FOLDER     fits on one half of the stories and prints how well it does on the other`);
  return true;
}
