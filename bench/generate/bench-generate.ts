import { parseArgs } from 'node:util';
import { answer, answerTable } from '../say';
import { openGeneratedServer } from './generated-database';

const usage = `npm run bench -- generate [--articles 100000] [--fresh]

Makes the database that the other benchmarks read, if it is not there: 5,000 stories of Zipf sizes with 40,000 events, 150,000 statements, 60,000
figures and 15,000 claims (a tenth of that with 10,000 articles), the same in each run.
  --articles  how many: 10000, 100000 or 1000000
  --fresh     make it anew`;

const counted = [
  'article',
  'story',
  'story_article',
  'event',
  'statement',
  'figure',
  'claim',
  'position',
  'citation',
  'retraction',
  'change',
];

/** Makes a generated database, and counts what is in it. */
export async function benchGenerate(args: string[]): Promise<boolean> {
  const { values } = parseArgs({
    args,
    options: {
      articles: { type: 'string', default: '100000' },
      fresh: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return (answer(usage), true);
  const server = await openGeneratedServer();
  try {
    const { database } = await server.open(Number(values.articles), values.fresh);
    const rows = await database.query<{ name: string; rows: number; megabytes: number }[]>(
      `select t as name, (xpath('/row/n/text()', query_to_xml('select count(*) as n from ' || t, false, true, '')))[1]::text::int as rows,
         pg_total_relation_size(t::regclass) / 1e6 as megabytes
       from unnest($1::text[]) t`,
      [counted],
    );
    answerTable([['table', 'rows', 'MB with indexes'], ...rows.map(row => [row.name, row.rows, Math.round(Number(row.megabytes))])]);
    return true;
  } finally {
    await server.close();
  }
}
