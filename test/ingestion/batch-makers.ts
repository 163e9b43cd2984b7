import type { EntityManager } from 'typeorm';
import type { IngestRecord } from '../../src/ingestion/record/record';

type Kind = 'source' | 'actor' | 'story' | 'article' | 'event' | 'statement' | 'figure' | 'claim' | 'position';
type SmallStory = { [K in Kind]: Required<Pick<IngestRecord, K>> } & { slug: string; url: string };

/** A small story of its own, whole: a test changes what it is about. */
export function smallStory(name: string): SmallStory {
  const story = `${name}-story`;
  const url = `https://example.org/${name}/1`;
  return {
    slug: story,
    url,
    source: {
      source: { slug: `${name}-daily`, name: `${name} Daily`, kind: 'NEWS_OUTLET', country: 'FR', language: 'fr' },
    },
    actor: { actor: { slug: `${name}-ministry`, name: `Ministry of ${name}`, kind: 'STATE', country: 'FR' } },
    story: {
      story: { slug: story, headline: 'A bridge falls', summary: 'A bridge falls into a river.', reportedAt: '2024-05-01T08:00:00Z' },
    },
    article: {
      article: {
        url,
        source: `${name}-daily`,
        story,
        title: 'Bridge down',
        summary: 'It fell.',
        text: 'The bridge fell at dawn. ☔ Nobody 𝒳 was hurt.',
        publishedAt: '2024-05-01T09:00:00Z',
      },
    },
    event: {
      event: { key: 'fall', story, kind: 'OTHER', title: 'The bridge falls', occurredAt: '2024-05-01T05:00:00Z', citations: [{ url }] },
    },
    statement: {
      statement: {
        key: 'minister',
        story,
        issuer: `${name}-ministry`,
        issuedAt: '2024-05-01T10:00:00Z',
        channel: 'PRESS_RELEASE',
        stances: ['CONDOLENCES'],
        summary: 'Regrets the fall.',
        answers: { event: 'fall' },
        citations: [{ url }],
      },
    },
    figure: {
      figure: {
        key: 'injured-1',
        story,
        event: 'fall',
        metric: 'INJURED',
        value: 3,
        reporter: `Ministry of ${name}`,
        official: true,
        reportedAt: '2024-05-01',
        citations: [{ url }],
      },
    },
    claim: {
      claim: { key: 'rust', story, kind: 'OTHER', about: 'fall', proposition: 'Rust brought the bridge down.', status: 'DISPUTED' },
    },
    position: { position: { story, claim: 'rust', article: url, polarity: 'SUPPORTS', evidence: 'An inspection report.' } },
  };
}

/** All records of a small story, in an order that suits nobody. */
export function wholeStory(name: string): IngestRecord[] {
  const { position, claim, figure, statement, event, article, story, actor, source } = smallStory(name);
  return [position, claim, figure, statement, event, article, story, actor, source];
}

/** How many rows there are of everything that a batch may write. */
export async function rowCounts(db: EntityManager): Promise<Record<string, number>> {
  const tables = ['source', 'actor', 'story', 'story_alias', 'story_revision', 'article', 'article_version', 'story_article', 'change'];
  const facts = ['event', 'statement', 'figure', 'claim', 'claim_assessment', 'position', 'citation'];
  const counts: Record<string, number> = {};
  for (const table of [...tables, ...facts]) {
    const [row] = (await db.query(`select count(*)::integer as n from ${table}`)) as { n: number }[];
    counts[table] = row?.n ?? 0;
  }
  return counts;
}
