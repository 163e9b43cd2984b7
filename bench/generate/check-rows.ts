import type { DataSource } from 'typeorm';

const cited = ['event', 'statement', 'figure', 'position'];

/** Counts the rows that break what the product promises: foreign keys, a citation for each fact, a version raised by each change. */
export async function brokenPromises(database: DataSource): Promise<string[]> {
  const keys = await database.query<{ name: string; child: string; parent: string; own: string[]; other: string[] }[]>(`
    select conname as name, conrelid::regclass::text as child, confrelid::regclass::text as parent,
      array(select attname::text from unnest(conkey) with ordinality k(n, o) join pg_attribute on attrelid = conrelid and attnum = n order by o) as own,
      array(select attname::text from unnest(confkey) with ordinality k(n, o) join pg_attribute on attrelid = confrelid and attnum = n order by o) as other
    from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace and conparentid = 0`);
  const checks = [
    ...keys.map(({ name, child, parent, own, other }) => ({
      what: `foreign key ${name}`,
      from: `${child} c where ${own.map(column => `c.${column} is not null`).join(' and ')}
        and not exists (select from ${parent} p where ${own.map((column, at) => `p.${other[at]} = c.${column}`).join(' and ')})`,
    })),
    ...cited.map(table => ({
      what: `uncited ${table}`,
      from: `${table} f where not exists (select from citation c where c.story_id = f.story_id and c.fact_id = f.id)`,
    })),
    {
      what: 'version',
      from: `story s where version < (select count(*) from change c where c.story_id = s.id)`,
    },
    { what: 'text not indexed', from: 'article where search is null' },
  ];
  const broken: string[] = [];
  for (const { what, from } of checks) {
    const [{ count = 0 } = {}] = await database.query<{ count: number }[]>(`select count(*)::int as count from ${from}`);
    if (count > 0) broken.push(`${what}: ${count}`);
  }
  return broken;
}
