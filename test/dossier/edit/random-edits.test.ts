import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Role } from '../../../src/platform/api-key.entity';
import type { Caller } from '../../../src/platform/context';
import { encodeNodeId } from '../../../src/platform/ids';
import { Refusal } from '../../../src/platform/errors';
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

it('random mergers, splits and undos: all ids resolve, undo restores membership exactly, and the log folds to what is', async () => {
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
  const stack: { id: string; before: unknown }[] = [];
  const choose = fc.sample(fc.record({ what: fc.nat(99), one: fc.nat(1e6), other: fc.nat(1e6) }), { numRuns: EDITS, seed: 7 });
  for (const { what, one, other } of choose) {
    const before = await membership();
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
      } else if (what < 65 && live.length > 2) {
        const { edit } = await mergeStories(here.dataSource, editor, { stories: [a.slug], into: b.slug, reason: 'merge' });
        stack.push({ id: encodeNodeId('Edit', edit.uuid), before });
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
        stack.push({ id: encodeNodeId('Edit', edit.uuid), before });
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
}, 120_000);
