import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { randomUUID } from 'node:crypto';
import type { IngestRecord } from '../../src/ingestion/record/record';
import { useApi } from '../support/api';
import { useDatabase } from '../support/database';
import { aName, makeStory, type MadeStory, statement, store } from '../support/makers';

const here = useDatabase();
const api = useApi(here);

type Polarity = 'SUPPORTS' | 'DISPUTES' | 'DENIES';

/** A position as a test gives it: the hour of 1 March 2024 at which it was taken, and its side. */
type Taken = [hour: number, polarity: Polarity];

function at(hour: number): string {
  return `2024-03-01T${String(hour).padStart(2, '0')}:00:00Z`;
}

function position(story: MadeStory, claim: string, [hour, polarity]: Taken): IngestRecord[] {
  const key = aName('said');
  return [
    statement(story, { key, issuedAt: at(hour) }),
    { position: { key, story: story.slug, claim, statement: key, polarity } },
  ] as IngestRecord[];
}

async function contest(taken: Taken[], fields: object = {}): Promise<{ story: MadeStory; claim: string }> {
  const story = await makeStory(here.db);
  const claim = aName('claim');
  const record = { claim: { key: claim, story: story.slug, kind: 'OTHER', proposition: 'It was so.', ...fields } } as IngestRecord;
  await store(here.db, [record, ...taken.flatMap(one => position(story, claim, one))]);
  return { story, claim };
}

async function statusOf({ story }: { story: MadeStory }, hour?: number): Promise<string | undefined> {
  const query = `query ($slug: String!, $asOf: DateTime) { story(slug: $slug, asOf: $asOf) { claims { nodes { status } } } }`;
  const { data, errors } = await api.ask(query, { slug: story.slug, asOf: hour === undefined ? null : at(hour) });
  expect(errors).toBeUndefined();
  return (data.story.claims.nodes as { status: string }[])[0]?.status;
}

/** What the positions of a claim amount to, as the documentation says it. */
function amounts(polarities: Polarity[]): string {
  const sides = new Set(polarities);
  if (sides.has('SUPPORTS')) return sides.size > 1 ? 'DISPUTED' : 'UNVERIFIED';
  if (sides.size === 0) return 'UNVERIFIED';
  return sides.has('DISPUTES') ? 'DISPUTED' : 'DENIED';
}

describe('the status of a claim', () => {
  it.each<[string, Polarity[], string]>([
    ['UNVERIFIED while it is only supported', ['SUPPORTS', 'SUPPORTS'], 'UNVERIFIED'],
    ['DISPUTED when one supports and another denies it', ['SUPPORTS', 'DENIES'], 'DISPUTED'],
    ['DISPUTED when one supports and another disputes it', ['SUPPORTS', 'DISPUTES'], 'DISPUTED'],
    ['DENIED when it is only denied', ['DENIES', 'DENIES'], 'DENIED'],
    ['DISPUTED when it is only disputed', ['DISPUTES'], 'DISPUTED'],
  ])('is %s', async (_, polarities, status) => {
    expect(await statusOf(await contest(polarities.map((polarity, index) => [13 + index, polarity])))).toBe(status);
  });

  it('is what the positions of that moment amount to', async () => {
    const claim = await contest([
      [13, 'DENIES'],
      [15, 'SUPPORTS'],
    ]);
    expect(await statusOf(claim, 12)).toBeUndefined();
    expect(await statusOf(claim, 13)).toBe('DENIED');
    expect(await statusOf(claim, 14)).toBe('DENIED');
    expect(await statusOf(claim, 15)).toBe('DISPUTED');
    expect(await statusOf(claim)).toBe('DISPUTED');
  });

  it('follows from the sides alone, at any moment and for any positions', async () => {
    const taken = fc.tuple(fc.integer({ min: 13, max: 20 }), fc.constantFrom<Polarity>('SUPPORTS', 'DISPUTES', 'DENIES'));
    await fc.assert(
      fc.asyncProperty(fc.array(taken, { minLength: 1, maxLength: 5 }), fc.integer({ min: 12, max: 21 }), async (all, hour) => {
        const known = all.filter(([when]) => when <= hour).map(([, polarity]) => polarity);
        expect(await statusOf(await contest(all), hour)).toBe(known.length > 0 ? amounts(known) : undefined);
      }),
      { numRuns: 20, endOnFailure: true },
    );
  });

  it('is what it was judged to be, from the judgement on', async () => {
    const claim = await contest([[13, 'SUPPORTS']], { status: 'CONFIRMED', note: 'A court found so.', assessedAt: at(16) });
    expect(await statusOf(claim, 15)).toBe('UNVERIFIED');
    expect(await statusOf(claim, 16)).toBe('CONFIRMED');
    expect(await statusOf(claim)).toBe('CONFIRMED');
  });

  it('is the latest judgement of several, and later positions do not undo it', async () => {
    const { story, claim } = await contest([[13, 'SUPPORTS']], { status: 'CORROBORATED', assessedAt: at(14) });
    const again = { key: claim, story: story.slug, kind: 'OTHER', proposition: 'It was so.', status: 'REFUTED', assessedAt: at(16) };
    await store(here.db, [{ claim: again } as IngestRecord, ...position(story, claim, [18, 'DENIES'])]);
    expect(await statusOf({ story }, 15)).toBe('CORROBORATED');
    expect(await statusOf({ story }, 16)).toBe('REFUTED');
    expect(await statusOf({ story })).toBe('REFUTED');
  });

  it('forgets a position that was withdrawn, from the withdrawal on', async () => {
    const claim = await contest([
      [13, 'SUPPORTS'],
      [14, 'DENIES'],
    ]);
    await here.db.query(
      `insert into retraction (story_id, id, fact_id, reason, retracted_at)
       select p.story_id, $2, p.id, 'It was never said.', $3 from position p join story s on s.id = p.story_id where s.slug = $1 and p.polarity = 'DENIES'`,
      [claim.story.slug, randomUUID(), at(16)],
    );
    expect(await statusOf(claim, 15)).toBe('DISPUTED');
    expect(await statusOf(claim, 16)).toBe('UNVERIFIED');
  });

  it('narrows the list by how claims stand, under asOf by how they stood', async () => {
    const { story } = await contest([
      [13, 'SUPPORTS'],
      [15, 'DENIES'],
    ]);
    const query = `query ($slug: String!, $asOf: DateTime, $statuses: [ClaimStatus!]) {
      story(slug: $slug, asOf: $asOf) { claims(statuses: $statuses) { totalCount nodes { status } } } }`;
    const listed = async (asOf: string | null, status: string): Promise<number> =>
      (await api.ask(query, { slug: story.slug, asOf, statuses: [status] })).data.story.claims.totalCount as number;
    expect(await listed(null, 'DISPUTED')).toBe(1);
    expect(await listed(null, 'UNVERIFIED')).toBe(0);
    expect(await listed(at(14), 'DISPUTED')).toBe(0);
    expect(await listed(at(14), 'UNVERIFIED')).toBe(1);
  });
});
