import type { EntityManager } from 'typeorm';
import { ingest } from '../../src/ingestion/record/ingest.service';
import type { IngestRecord } from '../../src/ingestion/record/record';

let made = 0;

/** A name that no other row of the run bears. */
export function aName(prefix: string): string {
  return `${prefix}-${(made += 1)}`;
}

/** A story that a test made, with an outlet that tells it, an actor that speaks and an event that it is about. */
export interface MadeStory {
  slug: string;
  source: string;
  actor: string;
  event: string;
}

/** Stores records; a rejected one fails the test with its reason. */
export async function store(db: EntityManager, records: IngestRecord[], now?: Date): Promise<void> {
  const { results } = await ingest(db, records, now);
  const problems = results.flatMap(result => result.problems);
  if (problems.length > 0) throw new Error(problems.map(({ path, message }) => `${path}: ${message}`).join('\n'));
}

/** Makes a story of 1 March 2024 with one event of that noon. */
export async function makeStory(db: EntityManager): Promise<MadeStory> {
  const made = { slug: aName('story'), source: aName('outlet'), actor: aName('ministry'), event: aName('event') };
  await store(db, [
    { source: { slug: made.source, name: `The ${made.source}`, kind: 'NEWS_OUTLET', role: 'PUBLISHER', country: 'FR', language: 'en' } },
    { actor: { slug: made.actor, name: `The ${made.actor}`, kind: 'STATE', country: 'RU' } },
    { story: { slug: made.slug, headline: 'A story', summary: 'What it is about.', reportedAt: '2024-03-01T12:00:00Z' } },
    {
      event: {
        key: made.event,
        story: made.slug,
        kind: 'ATTACK',
        title: 'What happened',
        occurredAt: '2024-03-01T12:00:00Z',
        reportedAt: '2024-03-01T12:00:00Z',
        timeBasis: 'STATED',
        citations: cited(),
      },
    },
  ] as IngestRecord[]);
  return made;
}

/** An article of the story. */
export function article(story: MadeStory, fields: Partial<NonNullable<IngestRecord['article']>> = {}): IngestRecord {
  const url = `https://${story.source}.example/${aName('page')}`;
  return {
    article: {
      url,
      source: story.source,
      story: story.slug,
      title: `Title of ${url}`,
      publishedAt: '2024-03-01T13:00:00Z',
      language: 'en',
      ...fields,
    },
  } as IngestRecord;
}

/** A statement of the story's actor. */
export function statement(story: MadeStory, fields: Partial<NonNullable<IngestRecord['statement']>> = {}): IngestRecord {
  return {
    statement: {
      key: aName('statement'),
      story: story.slug,
      issuer: story.actor,
      issuedAt: '2024-03-01T14:00:00Z',
      channel: 'PRESS_RELEASE',
      stances: ['CONDEMNATION'],
      summary: 'Condemns it.',
      citations: cited(),
      ...fields,
    },
  } as IngestRecord;
}

/** A figure for the story's event. */
export function figure(story: MadeStory, fields: Partial<NonNullable<IngestRecord['figure']>> = {}): IngestRecord {
  return {
    figure: {
      key: aName('figure'),
      story: story.slug,
      event: story.event,
      metric: 'KILLED',
      value: 10,
      official: true,
      reporter: 'The authorities',
      reportedAt: '2024-03-01T15:00:00Z',
      citations: cited(),
      ...fields,
    },
  } as IngestRecord;
}

/** One page that is not an article of ours. */
export function cited(): { url: string }[] {
  return [{ url: `https://pages.example/${aName('cited')}` }];
}
