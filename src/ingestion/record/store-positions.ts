import { ActorKind } from '../../actor/actor.entity';
import { articleIdOf } from '../../article/canonical-url';
import { uuidV7 } from '../../platform/ids';
import { type Moment, Precision } from '../../platform/moment';
import type { Batch } from './batch';
import { later, publicFrom } from './clock';
import { insertRows, type Row } from './insert-rows';
import type { Item } from './read-records';
import { RecordKind } from './record-kind';
import type { GivenCitation } from './record-shape';
import { unfit } from './shape';
import type { ArticleOnHand } from './store-articles';
import { readArticlesAt, spanName } from './store-citations';
import { factOf, positionKey, storeFacts } from './store-facts';

type PositionItem = Item<RecordKind.POSITION>;

/** What a position rests on, as far as the position takes over from it. */
interface Basis {
  holderId: string | undefined;
  taken: Moment;
  publicAt: Date;
  statementId: string | null;
  articleId: string | null;
}

/** Stores the positions of a batch; what a record leaves out is taken over from the statement or article that it rests on. */
export async function storePositions(batch: Batch): Promise<Row[]> {
  const items = batch.of(RecordKind.POSITION);
  const members = await readMembers(batch, items);
  const outlets = await outletsOf(batch, items);
  const cited = await citationsOfStatements(batch, items);
  const article = (url: string): ArticleOnHand => {
    const found = batch.articles.get(articleIdOf(url));
    if (!found) throw batch.missing(RecordKind.ARTICLE, url, '.article');
    return found;
  };
  const basisOf = ({ given }: PositionItem, storyId: string): Basis => {
    if (given.article === null) {
      const statement = factOf(batch, RecordKind.STATEMENT, storyId, given.story, given.statement ?? '', '.statement');
      const taken = { at: statement.issued_at as Date, precision: statement.precision as Precision };
      return { holderId: statement.issuer_id, taken, publicAt: statement.public_at, statementId: statement.id, articleId: null };
    }
    const { id, source_id, published_at, precision, sort_at, public_at } = article(given.article);
    if (!members.has(`${storyId} ${id}`))
      throw unfit(`The article ${given.article} does not belong to the story: record it with that story first.`, '.article');
    const taken = published_at ? { at: published_at, precision } : { at: sort_at, precision: Precision.MINUTE };
    return { holderId: outlets.get(source_id), taken, publicAt: public_at, statementId: null, articleId: id };
  };

  return storeFacts(batch, RecordKind.POSITION, {
    keyOf: positionKey,
    row: (item, storyId) => {
      const { given } = item;
      const claim = factOf(batch, RecordKind.CLAIM, storyId, given.story, given.claim, '.claim');
      const basis = basisOf(item, storyId);
      const taken = given.takenAt ?? basis.taken;
      return {
        claim_id: claim.id,
        holder_id: given.holder === null ? basis.holderId : batch.actor(given.holder, '.holder').id,
        polarity: given.polarity,
        taken_at: taken.at,
        reported_at: taken.at,
        precision: taken.precision,
        public_at: later(publicFrom(taken, batch.now), basis.publicAt),
        method: 'RECORDED',
        evidence: given.evidence,
        basis_statement_id: basis.statementId,
        basis_article_id: basis.articleId,
      };
    },
    citations: (item, storyId) => {
      if (item.given.citations) return item.given.citations;
      const { statementId } = basisOf(item, storyId);
      return statementId ? (cited.get(statementId) ?? []) : [{ url: item.given.article ?? '', version: null, start: null, end: null }];
    },
  });
}

/** Which of the articles that positions rest on belong to their stories. */
async function readMembers(batch: Batch, items: PositionItem[]): Promise<Set<string>> {
  const wanted = items.flatMap(({ given }) => {
    const story = batch.stories.get(given.story);
    return given.article !== null && story ? [{ story: story.id, article: articleIdOf(given.article) }] : [];
  });
  if (!wanted.length) return new Set();
  const rows = (await batch.db.query(
    `select m.story_id || ' ' || m.article_id as name from unnest($1::uuid[], $2::uuid[]) w (story_id, article_id)
     join story_article m on m.story_id = w.story_id and m.article_id = w.article_id and m.moved_to is null`,
    [wanted.map(one => one.story), wanted.map(one => one.article)],
  )) as { name: string }[];
  return new Set(rows.map(row => row.name));
}

/** The actors that sources are when they take a position of their own; made where there is none yet. */
async function outletsOf(batch: Batch, items: PositionItem[]): Promise<Map<string, string>> {
  const sourceIds = new Set<string>();
  for (const { given } of items) {
    const article = given.article !== null && given.holder === null ? batch.articles.get(articleIdOf(given.article)) : undefined;
    if (article) sourceIds.add(article.source_id);
  }
  if (!sourceIds.size) return new Map();
  const read = async (): Promise<
    { source_id: string; slug: string; name: string; country_code: string | null; actor_id: string | null }[]
  > =>
    batch.db.query(
      `select distinct on (s.id) s.id as source_id, s.slug, s.name, s.country_code, a.id as actor_id
       from source s left join actor a on a.source_id = s.id or a.slug = s.slug
       where s.id = any($1) order by s.id, a.kind = $2 desc, a.source_id = s.id desc, a.id`,
      [[...sourceIds], ActorKind.OUTLET],
    );
  const missing = (await read()).filter(row => row.actor_id === null).sort((a, b) => (a.slug < b.slug ? -1 : 1));
  const rows = missing.map(({ source_id, slug, name, country_code }) => ({
    id: uuidV7(),
    slug,
    name,
    kind: ActorKind.OUTLET,
    country_code,
    source_id,
  }));
  await insertRows(batch.db, 'actor', rows, 'on conflict (slug) do nothing');
  return new Map((await read()).flatMap(row => (row.actor_id ? [[row.source_id, row.actor_id]] : [])));
}

/** The citations of the statements that positions without citations of their own rest on. */
async function citationsOfStatements(batch: Batch, items: PositionItem[]): Promise<Map<string, GivenCitation[]>> {
  const ids = new Set<string>();
  for (const { given } of items) {
    const story = batch.stories.get(given.story);
    const statement = story && given.statement !== null && batch.facts.get(`${RecordKind.STATEMENT} ${story.id} ${given.statement}`);
    if (!given.citations && statement) ids.add(statement.id);
  }
  const cited = new Map<string, GivenCitation[]>();
  if (!ids.size) return cited;
  const rows = (await batch.db.query(
    `select fact_id, url, version, span_start, span_end, span_hash from citation
     where story_id = any($1) and fact_id = any($2) order by fact_id, ordinal`,
    [[...new Set([...batch.stories.values()].map(story => story.id))], [...ids]],
  )) as {
    fact_id: string;
    url: string;
    version: number | null;
    span_start: number | null;
    span_end: number | null;
    span_hash: string | null;
  }[];
  await readArticlesAt(
    batch,
    rows.map(row => row.url),
  );
  for (const row of rows) {
    const citation = { url: row.url, version: row.version, start: row.span_start, end: row.span_end };
    if (row.span_hash) batch.spans.set(spanName(citation), { version: row.version, characters: row.span_end, hash: row.span_hash });
    cited.set(row.fact_id, [...(cited.get(row.fact_id) ?? []), citation]);
  }
  return cited;
}
