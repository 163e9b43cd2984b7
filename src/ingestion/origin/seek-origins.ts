import type { DataSource, EntityManager } from 'typeorm';
import { bandsOf, likeness, sameOriginFrom, signatureOf } from '../../article/origin';
import { againAfterRace } from '../../platform/after-race';

/** How many articles are looked at in one transaction. */
const batchSize = 500;

/** Where the same words stand in thousands of articles, some of them will do. */
const mostCandidates = 100;
const mostInBands = 100;

/** Any number, the same in every process. */
const lock = 7_112_034;

interface Unsought {
  id: string;
  origin_id: string;
  text: string | null;
}

interface Like {
  id: string;
  like_id: string;
  like_origin_id: string;
  like_signature: number[];
}

/**
 * Looks, for every stored article of which nobody has yet, for others with nearly the same text that were published within 14 days of it, and puts it
 * into their group: a wire story and its reprints count as one. Two articles of one source must bear one headline too, because a source that ends
 * each summary with the same words would else have one origin for all. One process at a time, and only over what is committed, so that of two reprints
 * stored at once the later always sees the earlier; whoever stored some and died leaves them to the next.
 *
 * @param mostBatches  after so many transactions of 500 articles it leaves the rest to the next
 * @returns how many were found to be reprints
 */
export async function seekOrigins(db: DataSource | EntityManager, mostBatches = Infinity): Promise<number> {
  let found = 0;
  for (let batch = 0; batch < mostBatches; batch += 1) {
    const { looked, joined } = await againAfterRace(() => db.transaction(seekSome));
    found += joined;
    if (looked < batchSize) break;
  }
  return found;
}

async function seekSome(db: EntityManager): Promise<{ looked: number; joined: number }> {
  await db.query('select pg_advisory_xact_lock($1)', [lock]);
  const unsought: Unsought[] = await db.query(
    `select a.id, a.origin_id, left(coalesce((select v.text from article_version v where v.article_id = a.id order by v.number desc limit 1), a.summary), 40000) as text
     from (select * from article where not origin_sought order by first_seen_at, id limit $1) a order by a.sort_at, a.id`,
    [batchSize],
  );
  if (!unsought.length) return { looked: 0, joined: 0 };
  const signatures = new Map(unsought.map(({ id, text }) => [id, text === null ? null : signatureOf(text)]));
  await db.query(
    `update article a set origin_sought = true, signature = given.signature, bands = given.bands
     from json_populate_recordset(null::article, $1::json) given where a.id = given.id`,
    [JSON.stringify([...signatures].map(([id, signature]) => ({ id, signature, bands: signature && bandsOf(signature) })))],
  );
  // The distance in time is written so that no index serves it: by the index of times all articles of a month would be read, by the bands a few.
  await db.query(`set local gin_fuzzy_search_limit = ${mostInBands}`);
  const likes: Like[] = await db.query(
    `select n.id, a.id as like_id, a.origin_id as like_origin_id, a.signature as like_signature
     from article n cross join lateral (
       select a.id, a.origin_id, a.signature from article a
       where a.bands && n.bands and a.id <> n.id and abs(extract(epoch from a.sort_at - n.sort_at)) <= 14 * 86400
         and (a.source_id <> n.source_id or lower(a.title) = lower(n.title))
       limit $2
     ) a
     where n.id = any($1) and n.bands is not null`,
    [[...signatures].flatMap(([id, signature]) => (signature ? [id] : [])), mostCandidates],
  );
  const origins = joinOrigins(unsought, signatures, likes);
  await rejoin(db, origins);
  return { looked: unsought.length, joined: origins.size };
}

/** The new origin of each article that has one. An article joins the group of the text most like its own among those that came before it. */
function joinOrigins(unsought: Unsought[], signatures: Map<string, number[] | null>, likes: Like[]): Map<string, string> {
  const candidates = new Map(unsought.map(({ id }) => [id, [] as Like[]]));
  for (const like of likes) candidates.get(like.id)?.push(like);
  const waiting = new Set(unsought.map(({ id }) => id));
  const origins = new Map<string, string>();
  for (const { id, origin_id: own } of unsought) {
    waiting.delete(id);
    const signature = signatures.get(id);
    if (!signature || own !== id) continue;
    let best: { origin: string; score: number } | null = null;
    for (const like of candidates.get(id) ?? []) {
      const score = waiting.has(like.like_id) ? 0 : likeness(signature, like.like_signature);
      if (score >= sameOriginFrom && score > (best?.score ?? 0)) best = { origin: origins.get(like.like_id) ?? like.like_origin_id, score };
    }
    if (best && best.origin !== id) origins.set(id, best.origin);
  }
  return origins;
}

async function rejoin(db: EntityManager, origins: Map<string, string>): Promise<void> {
  if (!origins.size) return;
  const given = [[...origins.keys()], [...origins.values()]];
  await db.query(`update article a set origin_id = g.origin from unnest($1::uuid[], $2::uuid[]) g (id, origin) where a.id = g.id`, given);
  await db.query(
    `update story_article k set origin_id = g.origin from unnest($1::uuid[], $2::uuid[]) g (id, origin) where k.article_id = g.id`,
    given,
  );
}
