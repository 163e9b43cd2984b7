import { Article } from '../article/article.entity';
import { isOneOf } from '../country/country.plan';
import { Event } from '../event/event.entity';
import { factIsVisible, isCurrent } from '../fact/fact.plan';
import { Refusal } from '../platform/errors';
import { type Branch, by, connection, type PageRequest, planOf, type Reading, type TypeClass } from '../planner/plan';
import { and, join, type Parameter, raw, Row, type Sql, sql } from '../planner/sql';
import { Statement } from '../statement/statement.entity';
import { Story } from '../story/story.entity';
import { parseSearchQuery, type SearchFilters, SearchQueryError } from './search-query';

type SearchReading = Reading<{ query: Parameter; in?: Parameter }>;

/** What can be found: the kind as clients name it, where its text is, and how the row says what the filters ask. */
interface Searched {
  kind: string;
  type: TypeClass;
  /** The table, aliased t. */
  table: string;
  key: string;
  text: string;
  visible: (row: Row, reading: Reading) => Sql;
  /** What `field:value` compares with; a field that is not here excludes the kind. */
  fields: Partial<Record<keyof SearchFilters, (value: Parameter) => Sql>>;
}

const timed = (column: string): Searched['fields'] => ({
  after: value => sql`${raw(column)} >= ${value}`,
  before: value => sql`${raw(column)} < ${value}`,
});

const SEARCHED: readonly Searched[] = [
  {
    kind: 'STORY',
    type: Story,
    table: 'story_revision t join story s on s.id = t.story_id',
    key: 't.story_id',
    text: `t.headline || '. ' || t.summary`,
    visible: (row, { asOf }) => {
      const held = and(sql`l.story_id = t.story_id`, asOf && sql`l.public_at <= ${asOf}`);
      return and(
        sql`s.merged_into is null`,
        asOf && sql`s.public_at <= ${asOf}`,
        sql`t.id = (select l.id from story_revision l where ${held} order by l.public_at desc, l.recorded_at desc, l.id desc limit 1)`,
      );
    },
    fields: timed('s.last_activity_at'),
  },
  {
    kind: 'ARTICLE',
    type: Article,
    table: 'article t',
    key: 't.id',
    text: `t.title || coalesce('. ' || t.summary, '')`,
    visible: (_, { asOf }) => and(asOf && sql`greatest(t.public_at, t.revised_at) <= ${asOf}`),
    fields: {
      ...timed('t.sort_at'),
      language: value => sql`lower(t.language) = any(${value})`,
      country: value => sql`t.source_id in (select s.id from source s where ${isOneOf(sql`s.country_code`, value)})`,
      source: value => sql`t.source_id in (select s.id from source s where s.slug = any(${value}))`,
    },
  },
  {
    kind: 'STATEMENT',
    type: Statement,
    table: 'statement t',
    key: 't.id',
    text: 't.summary',
    visible: (row, reading) => and(factIsVisible(row, reading), isCurrent(row, reading)),
    fields: {
      ...timed('t.issued_at'),
      language: value => sql`lower(t.language) = any(${value})`,
      country: value => sql`t.issuer_id in (select a.id from actor a where ${isOneOf(sql`a.country_code`, value)})`,
      source: value => sql`t.issuer_id in (select a.id from actor a where a.slug = any(${value}))`,
      stance: value => sql`t.stances && ${value}`,
      kind: value => sql`t.channel = any(${value})`,
    },
  },
  {
    kind: 'EVENT',
    type: Event,
    table: 'event t',
    key: 't.id',
    text: `t.title || coalesce('. ' || t.summary, '')`,
    visible: (row, reading) => and(factIsVisible(row, reading), isCurrent(row, reading)),
    fields: {
      ...timed('t.occurred_at'),
      country: value => isOneOf(sql`t.place_country_code`, value),
      kind: value => sql`t.kind = any(${value})`,
    },
  },
];

const FIELDS: Record<keyof SearchFilters, string> = {
  language: 'text[]',
  country: 'text[]',
  source: 'text[]',
  stance: 'text[]',
  kind: 'text[]',
  after: 'timestamptz',
  before: 'timestamptz',
};

/** `Query.search`: the best first, by the rank of PostgreSQL's full-text search (headlines weigh more than text). */
export const searchQueries = planOf('Query', {
  search: connection<SearchReading['args']>(undefined, {
    from: (_, reading, page) => join(SEARCHED.map(searched => sql`(${branch(searched, reading, page)})`), ' union all '), // prettier-ignore
    keyset: [by('score', 'float4'), by('id', 'uuid')],
    node: SEARCHED.map(({ kind, type }): Branch => {
      return { target: type, when: row => sql`${row}.kind = ${kind}`, on: (row, found) => sql`${found}.id = ${row}.id` };
    }),
    edge: {
      score: row => sql`${row}.score`,
      highlight: (row, { args }) => sql`ts_headline('newsgraph', ${escaped(row)}, ${asked(args.query)},
        'StartSel=<mark>, StopSel=</mark>, MaxWords=30, MinWords=12, MaxFragments=2, FragmentDelimiter=" … "')`,
    },
  }),
});

function branch(searched: Searched, { asOf, args }: SearchReading, page?: PageRequest): Sql {
  const { kind, table, key, text, visible, fields } = searched;
  const score = sql`ts_rank(t.search, ${asked(args.query)})`;
  const keys = [score, raw(key)];
  const filters = Object.entries(FIELDS).map(([field, type]) => {
    const value = filterOf(args.query, field as keyof SearchFilters, type);
    const condition = fields[field as keyof SearchFilters];
    return condition ? sql`(${value} is null or ${condition(value)})` : sql`${value} is null`;
  });
  const where = and(
    sql`t.search @@ ${asked(args.query)}`,
    args.in && sql`${kind} = any(${args.in})`,
    visible(new Row('t'), { asOf, args: {} }),
    ...filters,
    page?.within(keys),
  );
  const rows = sql`select ${kind}::text as kind, ${raw(key)} as id, ${score} as score, ${raw(text)} as text from ${raw(table)} where ${where}`;
  return page ? sql`${rows} order by ${page.order(keys)} limit ${page.limit}` : rows;
}

/** The text with what HTML would read as markup written out, so that only our own marks are markup. */
function escaped(row: Row): Sql {
  return sql`replace(replace(replace(${row}.text, '&', '&amp;'), '<', '&lt;'), '>', '&gt;')`;
}

/** The words that are sought; read once for the statement, not for each row. */
function asked(query: Parameter): Sql {
  return sql`(select websearch_to_tsquery('newsgraph', ${query.map('text', 'text', (value: string) => read(value).text)}))`;
}

function filterOf(query: Parameter, field: keyof SearchFilters, type: string): Parameter {
  return query.map(field, type, (value: string) => {
    const filter = read(value).filters[field];
    return field === 'language' ? (filter as string[] | undefined)?.map(language => language.toLowerCase()) : filter;
  });
}

function read(query: string): ReturnType<typeof parseSearchQuery> {
  try {
    return parseSearchQuery(query);
  } catch (error) {
    if (error instanceof SearchQueryError) {
      throw new Refusal('BAD_USER_INPUT', error.message, { extensions: { position: error.position } });
    }
    throw error;
  }
}
