import type { EntityManager } from 'typeorm';
import { articleIdOf } from '../../../src/article/canonical-url';
import type { IngestRecord } from '../../../src/ingestion/record/record';
import type { Answer, Ask } from '../../support/api';
import { aName, store } from '../../support/makers';

/** An article as a test tells it. */
export interface Told {
  title: string;
  text: string;
  source?: string;
  language?: string;
  publishedAt?: string;
}

/** Makes an outlet, or an official source. */
export async function makeSource(db: EntityManager, fields: object = {}): Promise<string> {
  const slug = aName('paper');
  const source = { slug, name: `The ${slug}`, kind: 'NEWS_OUTLET', role: 'PUBLISHER', country: 'FR', ...fields };
  await store(db, [{ source } as IngestRecord]);
  return slug;
}

/** Stores articles, in a story if one is named; gives their addresses. */
export async function arrive(db: EntityManager, articles: Told[], story?: string): Promise<string[]> {
  const records: IngestRecord[] = [];
  const urls: string[] = [];
  for (const { title, text, source, language = 'en', publishedAt = '2024-05-01T10:00:00Z' } of articles) {
    const outlet = source ?? (await makeSource(db));
    const url = `https://${outlet}.example/${aName('page')}`;
    urls.push(url);
    records.push({ article: { url, source: outlet, title, text, language, publishedAt, ...(story ? { story } : {}) } } as IngestRecord);
  }
  await store(db, records);
  return urls;
}

/** The id under which an article is stored. */
export const idOf = articleIdOf;

/** Everything that a story holds of facts, with the words that carry them. */
export async function factsOf(ask: Ask, slug: string, asOf?: string): Promise<Facts> {
  const fact = `id method confidence reportedAt precision retraction { reason } supersedes { __typename }
    citations { kind quote version spanStart spanEnd article { url } }`;
  const { data, errors }: Answer = await ask(
    `query ($slug: String!, $asOf: DateTime) { story(slug: $slug, asOf: $asOf) {
      figures(first: 100) { nodes { ${fact} metric value min max atLeast official reporter { name source { slug } actor { name } } event { title method } } }
      statements(first: 100) { nodes { ${fact} summary stances channel issuer { name kind country { code } } speaker { name role } } }
      events(first: 100) { nodes { ${fact} title kind } }
    } }`,
    { slug, asOf },
  );
  if (errors) throw new Error(errors.map(({ message }) => message).join('\n'));
  const { figures, statements, events } = data.story;
  return { figures: figures.nodes, statements: statements.nodes, events: events.nodes };
}

/** As `factsOf` gives them; loose, since a test looks at what it is about. */
export type Facts = Record<'figures' | 'statements' | 'events', any[]>; // eslint-disable-line @typescript-eslint/no-explicit-any -- rows of any form
