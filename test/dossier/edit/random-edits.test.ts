import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Role } from '../../../src/platform/api-key.entity';
import type { Caller } from '../../../src/platform/context';
import { encodeNodeId } from '../../../src/platform/ids';
import { Refusal } from '../../../src/platform/errors';
import { correctFigure } from '../../../src/dossier/edit/correct.service';
import { retractFact } from '../../../src/dossier/edit/fact-edit';
import { mergeStories, splitStory } from '../../../src/dossier/edit/edit.service';
import { undoEdit } from '../../../src/dossier/edit/undo';
import { useApi } from '../../support/api';
import { useDatabase } from '../../support/database';
import { aName, article, figure, makeStory, statement, store } from '../../support/makers';

const here = useDatabase();
const api = useApi(here);
const editor: Caller = { keyId: null, role: Role.EDITOR };
const EDITS = Number(process.env.RANDOM_EDITS ?? 120);

/** Which rows lie in which story. */
async function membership(): Promise<unknown> {
  return here.db.query(
    `select * from (
       select story_id, 'Article' as type, article_id as id from story_article where moved_to is null
       union all select story_id, 'Event', id from event where moved_to is null
       union all select story_id, 'Statement', id from statement where moved_to is null
       union all select story_id, 'Figure', id from figure where moved_to is null) rows order by 1, 2, 3`,
  );
}

/** Which facts stand, and which of them are withdrawn. */
async function standing(): Promise<unknown> {
  return here.db.query(
    `select story_id, id, withdrawn_at is not null as withdrawn from (
       select story_id, id, moved_to, corrected_at, withdrawn_at from statement union all select story_id, id, moved_to, corrected_at, withdrawn_at from figure
     ) facts where moved_to is null and corrected_at is null order by 1, 2`,
  );
}

/** Corrects or withdraws a fact of a story. */
async function editFact(storyId: string, one: number): Promise<string | null> {
  const facts = await here.db.query<{ id: string }[]>(
    `select id from figure where story_id = $1 and moved_to is null and corrected_at is null and withdrawn_at is null order by id`,
    [storyId],
  );
  const fact = facts[one % Math.max(1, facts.length)];
  if (!fact) return null;
  const input = { id: encodeNodeId('Figure', fact.id), reason: 'fact' };
  const { edit } = await (one % 3 === 0
    ? retractFact(here.dataSource, editor, input)
    : correctFigure(here.dataSource, editor, { ...input, value: one % 100 }));
  return encodeNodeId('Edit', edit.uuid);
}

it('random mergers, splits, corrections, withdrawals and undos: all ids resolve, undo restores membership exactly, and the log folds to what is, kept sums to what they sum up', async () => {
  const slugs = new Set<string>();
  for (let made = 0; made < 6; made += 1) {
    const story = await makeStory(here.db);
    slugs.add(story.slug);
    const key = aName('statement');
    await store(here.db, [
      article(story),
      article(story),
      article(story),
      statement(story, { key }),
      statement(story, { answers: { statement: key } }),
      figure(story),
    ]);
  }
  const stack: { id: string; before: unknown; stood: unknown }[] = [];
  const choose = fc.sample(fc.record({ what: fc.nat(99), one: fc.nat(1e6), other: fc.nat(1e6) }), { numRuns: EDITS, seed: 7 });
  for (const { what, one, other } of choose) {
    const [before, stood] = [await membership(), await standing()];
    const live = (await here.db.query(`select id, slug from story where merged_into is null order by id`)) as {
      id: string;
      slug: string;
    }[];
    const a = live[one % live.length] ?? { id: '', slug: '' };
    const b = live[other % live.length] ?? { id: '', slug: '' };
    try {
      if (what < 30 && stack.length > 0) {
        const last = stack.pop();
        await undoEdit(here.dataSource, editor, last?.id ?? '', 'undo');
        expect(await membership()).toEqual(last?.before);
        expect(await standing()).toEqual(last?.stood);
      } else if (what < 45) {
        const id = await editFact(a.id, one);
        if (id) stack.push({ id, before, stood });
      } else if (what < 70 && live.length > 2) {
        const { edit } = await mergeStories(here.dataSource, editor, { stories: [a.slug], into: b.slug, reason: 'merge' });
        stack.push({ id: encodeNodeId('Edit', edit.uuid), before, stood });
      } else {
        const rows = (await here.db.query(
          `select article_id as id from story_article where story_id = $1 and moved_to is null order by 1`,
          [a.id],
        )) as { id: string }[];
        const facts = (await here.db.query(`select id from statement where story_id = $1 and moved_to is null order by 1`, [a.id])) as {
          id: string;
        }[];
        const slug = aName('split');
        const { edit } = await splitStory(here.dataSource, editor, {
          story: a.slug,
          slug,
          headline: 'A part',
          summary: '',
          reason: 'split',
          articles: rows.slice(0, 1).map(({ id }) => encodeNodeId('Article', id)),
          facts: facts.slice(0, other % 2).map(({ id }) => encodeNodeId('Statement', id)),
        });
        slugs.add(slug);
        stack.push({ id: encodeNodeId('Edit', edit.uuid), before, stood });
      }
    } catch (error) {
      if (!(error instanceof Refusal)) throw error; // a story merged with itself, or with nothing left to split off
    }
  }
  for (const slug of slugs)
    expect((await api.ask(`query ($slug: String!) { story(slug: $slug) { id } }`, { slug })).data.story).not.toBeNull();
  const everId = (await here.db.query(`select id from story`)) as { id: string }[];
  for (const { id } of everId)
    expect((await api.ask(`query ($id: ID!) { node(id: $id) { id } }`, { id: encodeNodeId('Story', id) })).data.node).not.toBeNull();
  const folded = await here.db.query(
    `select story_id, node_type as type, node_id as id from (
       select distinct on (story_id, node_type, node_id) story_id, node_type, node_id, kind from change
       where kind in ('ARTICLE_ADDED', 'ARTICLE_REMOVED', 'FACT_ADDED', 'FACT_REMOVED') order by story_id, node_type, node_id, era desc, transaction desc, id desc) last
     where kind like '%_ADDED' order by 1, 2, 3`,
  );
  expect(folded).toEqual(await membership());
  const sums = 'select story_id, issuer_id, statement_count, first_at, latest_at, stances, counts from story_response order by 1, 2';
  const kept = await here.db.query(sums);
  await here.db.query(`
    truncate story_response;
    select newsgraph_sum_responses(array_agg(story_id), array_agg(issuer_id)) from (select distinct story_id, issuer_id from statement) every_one`);
  expect(kept.length).toBeGreaterThan(5);
  expect(kept).toEqual(await here.db.query(sums));
}, 120_000);
