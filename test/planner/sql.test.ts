import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { jsonArray, jsonObject, jsonRow, type Member } from '../../src/planner/json';
import { and, columnsOf, join, literal, Parameter, raw, render, Row, type Sql, sql } from '../../src/planner/sql';
import { useDatabase } from '../support/database';

const here = useDatabase();

const slug = new Parameter('slug', 'text', values => values['slug']);
const limit = new Parameter('limit', 'int', values => values['limit']);

/** Any text that PostgreSQL can hold. */
const text = fc.string({ unit: 'binary', maxLength: 40 }).filter(value => !value.includes('\0'));

/** A response key of GraphQL, also such as are too long for a column. */
const key = fc
  .tuple(fc.constantFrom('a', 'B', '_', 'order'), fc.stringMatching(/^[_A-Za-z0-9]{0,20}$/), fc.constantFrom(0, 0, 50, 62, 90))
  .map(([head, tail, length]) => head.padEnd(length, 'x') + tail);

const members = (longest: number): fc.Arbitrary<[string, string | number | null][]> => {
  const value = fc.oneof(fc.integer(), text, fc.constant(null));
  return fc.uniqueArray(fc.tuple(key, value), { selector: ([name]) => name, maxLength: longest, size: 'max' });
};

async function valueOf(piece: Sql): Promise<string> {
  const [row] = (await here.db.query(render(sql`select (${piece})::text as value`).text)) as { value: string }[];
  return row?.value ?? 'null';
}

function aliases(): () => Row {
  let made = 0;
  return () => new Row(`_${(made += 1)}`);
}

function constant(value: string | number | null): Sql {
  return value === null ? sql`null::text` : typeof value === 'string' ? sql`${value}::text` : sql`${value}`;
}

function written(pairs: [string, string | number | null][]): Member[] {
  return pairs.map(([name, value]) => [name, constant(value)]);
}

describe('a piece of SQL', () => {
  it('numbers each parameter once, however often and however deep it occurs', () => {
    const story = new Row('s');
    const inner = sql`${story}.slug = ${slug} and ${story}.version < ${limit}`;
    const { text: written, parameters } = render(
      sql`select from story ${story} where (${inner}) or ${story}.slug = ${slug} limit ${limit}`,
    );
    expect(written).toBe('select from story s where (s.slug = $1::text and s.version < $2::int) or s.slug = $1::text limit $2::int');
    expect(parameters.map(parameter => parameter.read({ slug: 'a', limit: 3 }))).toEqual(['a', 3]);
  });

  it('sends a value a second time where another type or another computation is asked for', () => {
    const upper = slug.map('upper', 'text', (value: string) => value.toUpperCase());
    const { text: written, parameters } = render(sql`${slug}, ${slug.as('uuid')}, ${upper}, ${upper}`);
    expect(written).toBe('$1::text, $2::uuid, $3::text, $3::text');
    expect(parameters.map(parameter => parameter.read({ slug: 'a' }))).toEqual(['a', 'a', 'A']);
  });

  it('joins what is given and leaves out what is not', () => {
    expect(render(join([sql`a`, slug, 'b', 1], ' | ')).text).toBe("a | $1::text | 'b' | 1");
    expect(render(join([], ', ')).text).toBe('');
    expect(render(and(undefined, false, null)).text).toBe('true');
    expect(render(and(sql`a`, undefined, sql`b`)).text).toBe('a and b');
  });

  it('brings any constant text through PostgreSQL unchanged', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(text, { minLength: 1, maxLength: 30 }), async texts => {
        const [row] = (await here.db.query(`select array[${texts.map(literal).join()}]::text[] as texts`)) as { texts: string[] }[];
        expect(row?.texts).toEqual(texts);
      }),
      { numRuns: 25, endOnFailure: true },
    );
  });
});

describe('the columns of a row that a piece of SQL reads', () => {
  const [row, other] = [new Row('r'), new Row('o')];

  it('are found however deep they stand, each once', () => {
    const piece = sql`exists (select from ${raw('t')} ${other} where ${and(sql`${other}.id = ${row}.id`, sql`${row}.${raw('at')} > ${row}.id`)})`;
    expect(columnsOf(piece, row)).toEqual(['id', 'at']);
    expect(columnsOf(sql`${other}.id`, row)).toEqual([]);
  });

  it('are not known where the row is read as a whole', () => {
    expect(columnsOf(sql`${row}.id, to_json(${row})`, row)).toBeUndefined();
    expect(columnsOf(sql`${row}.*`, row)).toBeUndefined();
  });
});

describe('an object built by PostgreSQL', () => {
  it('holds its members in their order, whatever their number and the length of their keys', async () => {
    await fc.assert(
      fc.asyncProperty(members(120), async pairs => {
        const built = JSON.parse(await valueOf(jsonObject(written(pairs)))) as Record<string, unknown>;
        expect(Object.entries(built)).toEqual(Object.entries(Object.fromEntries(pairs)));
      }),
      { numRuns: 25, endOnFailure: true },
    );
  });

  it('is the same as a row that is joined', async () => {
    await fc.assert(
      fc.asyncProperty(members(120), async pairs => {
        const joins: Sql[] = [];
        const value = jsonRow(written(pairs), joins, aliases());
        const built = JSON.parse(await valueOf(sql`select ${value} from (select 1) one${join(joins, '')}`)) as Record<string, unknown>;
        expect(Object.entries(built)).toEqual(Object.entries(Object.fromEntries(pairs)));
      }),
      { numRuns: 25, endOnFailure: true },
    );
  });

  it('keeps keys over 63 bytes apart that begin alike, also among more than fifty', async () => {
    const pairs = Array.from({ length: 60 }, (_, index): [string, number] => [`${'k'.repeat(70)}${index}`, index]);
    expect(JSON.parse(await valueOf(jsonObject(written(pairs))))).toEqual(Object.fromEntries(pairs));
  });

  it('is one of a list in the order of its source', async () => {
    await fc.assert(
      fc.asyncProperty(members(80), fc.integer({ min: 0, max: 4 }), async (pairs, length) => {
        const number = new Row('g');
        const source = sql`generate_series(1, ${length}) ${number}(n) order by ${number}.n desc`;
        const list = jsonArray([['n', sql`${number}.n`], ...written(pairs.filter(([name]) => name !== 'n'))], source, aliases());
        const expected = Object.fromEntries(pairs.filter(([name]) => name !== 'n'));
        const wanted = Array.from({ length }, (_, index) => ({ n: length - index, ...expected }));
        expect(JSON.parse(await valueOf(list))).toEqual(wanted);
      }),
      { numRuns: 25, endOnFailure: true },
    );
  });

  it('is not mistaken about names that SQL reserves', async () => {
    const pairs: [string, number][] = ['select', 'user', 'order', '__typename', 'A', 'a'].map((name, index) => [name, index]);
    const list = jsonArray(written(pairs), raw('generate_series(1, 1)'), aliases());
    expect(JSON.parse(await valueOf(list))).toEqual([Object.fromEntries(pairs)]);
  });
});
