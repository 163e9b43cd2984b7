import type { EntityManager } from 'typeorm';

/**
 * Lets PostgreSQL look again at the tables that have doubled since it last did. Sessions keep the plans of foreign keys and triggers that they
 * made while a table was small, and the server's own round comes a minute or more later: until then a bulk load gets slower with each batch
 * (7 times at 30,000 rows). It holds nobody up: a table that another session looks at is passed over.
 */
export async function renewStatistics(db: EntityManager): Promise<void> {
  const grown = (await db.query(
    `select oid::regclass::text as name from pg_class
     where oid = any($1::regclass[]) and pg_relation_size(oid) > 2 * greatest(relpages, 8) * current_setting('block_size')::bigint`,
    [tables],
  )) as { name: string }[];
  if (grown.length) await db.query(`analyze (skip_locked) ${grown.map(table => table.name).join(', ')}`);
}

const documents = ['source', 'actor', 'story', 'story_revision', 'story_article', 'article', 'article_version', 'change'];
const tables = [...documents, 'event', 'statement', 'figure', 'claim', 'claim_assessment', '"position"', 'citation'];
