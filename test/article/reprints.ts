import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Two texts, and whether one is a reprint of the other. */
export interface LabelledPair {
  how: string;
  same: boolean;
  a: string;
  b: string;
}

function read<T>(name: string): T[] {
  return JSON.parse(readFileSync(join(__dirname, '../../sample/crocus', `${name}.json`), 'utf8')) as T[];
}

/** Texts as agencies send them: 100 to 200 words each, all of one story, each of other facts. */
function wires(): string[][] {
  const sentences = [...read<{ summary: string }>('events'), ...read<{ summary: string }>('statements')].map(({ summary }) => summary);
  const texts: string[][] = [];
  let text: string[] = [];
  for (const sentence of sentences) {
    text.push(sentence);
    if (text.join(' ').split(' ').length < 120) continue;
    texts.push(text);
    text = [];
  }
  return texts;
}

/** What desks do to the text of an agency before they print it. */
const desks: Record<string, (paragraphs: string[]) => string[]> = {
  'as it came': paragraphs => paragraphs,
  'as one block in capitals': paragraphs => [paragraphs.join(' ').toUpperCase()],
  'with a dateline and credits': paragraphs => [
    'MOSCOW, March 23 (Agency) -',
    ...paragraphs,
    'Reporting by our correspondents in Moscow; editing by the desk.',
  ],
  'with two paragraphs of the paper’s own': paragraphs => [
    ...paragraphs,
    'Our own correspondent adds that shops near the venue opened late and that trams ran on another route until noon.',
    'Read more about this on our live page, subscribe to the letter of our desk and follow us for the latest news from the region.',
  ],
  'without the last third': paragraphs => paragraphs.slice(0, Math.ceil((paragraphs.length * 2) / 3)),
  'with every twentieth word changed': paragraphs => [
    paragraphs
      .join(' ')
      .split(' ')
      .map((word, at) => (at % 20 === 10 ? 'another' : word))
      .join(' '),
  ],
  'with the paragraphs in another order': paragraphs => [...paragraphs].reverse(),
};

/** Reprints of every text by every desk, and all pairs of texts that are none: other wires, and articles on the same event in other words. */
export function labelledPairs(): LabelledPair[] {
  const texts = wires();
  const reprints = texts.flatMap(paragraphs =>
    Object.entries(desks).map(([how, desk]) => ({ how, same: true, a: paragraphs.join('\n'), b: desk(paragraphs).join('\n') })),
  );
  const others = texts.flatMap((a, at) =>
    texts.slice(at + 1).map(b => ({ how: 'another wire', same: false, a: a.join('\n'), b: b.join('\n') })),
  );
  const summaries = read<{ summary: string }>('articles').map(({ summary }) => summary);
  const anew = summaries.flatMap((a, at) => summaries.slice(at + 1).map(b => ({ how: 'told anew', same: false, a, b })));
  return [...reprints, ...others, ...anew];
}
