import { Actor } from '../actor/actor.entity';
import { Article } from '../article/article.entity';
import { Claim } from '../claim/claim.entity';
import { Position } from '../claim/position.entity';
import { Event } from '../event/event.entity';
import { Figure } from '../figure/figure.entity';
import { Refusal, shown } from '../platform/errors';
import { decodeNodeId } from '../platform/ids';
import { type Branch, eachOf, oneOf, planOf, type TypeClass } from '../planner/plan';
import { type Parameter, type Sql, sql } from '../planner/sql';
import { Feed } from '../source/feed.entity';
import { Source } from '../source/source.entity';
import { Statement } from '../statement/statement.entity';
import { Story } from '../story/story.entity';
import { whereItWent } from '../story/story.plan';

/** What has a global id. */
const NODES: readonly TypeClass[] = [Story, Article, Event, Statement, Figure, Claim, Position, Actor, Source, Feed];

const MOST_IDS = 100;

/** `Query.node` and `Query.nodes`. A story that was merged away is found where it went. */
export const nodeQueries = planOf('Query', {
  node: oneOf(...NODES.map(target => branch(target, args => [args.id.map('type', 'text', typeOf), args.id.map('uuid', 'uuid', uuidOf)]))),
  nodes: eachOf(
    (_, { args }) => {
      const ids = args['ids'] as Parameter;
      const types = ids.map('types', 'text[]', (given: string[]) => few(given).map(typeOf));
      const uuids = ids.map('uuids', 'uuid[]', (given: string[]) => given.map(uuidOf));
      return sql`select * from unnest(${types}, ${uuids}) with ordinality n(type, id, number)`;
    },
    row => sql`${row}.number`,
    ...NODES.map((target): Branch => {
      return {
        target,
        when: row => sql`${row}.type = ${target.name}`,
        on: (row, found) => sql`${found}.id = ${standing(target, sql`${row}.id`)}`,
      };
    }),
  ),
});

function branch(target: TypeClass, read: (args: { id: Parameter }) => [type: Parameter, uuid: Parameter]): Branch {
  return {
    target,
    when: (_, { args }) => sql`${read(args as { id: Parameter })[0]} = ${target.name}`,
    on: (_, found, { args }) => sql`${found}.id = ${standing(target, sql`${read(args as { id: Parameter })[1]}`)}`,
  };
}

/** Where the row of this key stands today. */
function standing(target: TypeClass, key: Sql): Sql {
  return target === Story ? whereItWent(key) : key;
}

function decoded(id: string): { type: string; uuid: string } {
  const reference = decodeNodeId(id);
  if (reference && NODES.some(({ name }) => name === reference.type)) return reference;
  throw new Refusal('BAD_USER_INPUT', `${shown(id)} is not an id of this server: take one from the "id" field of an answer.`);
}

function typeOf(id: string): string {
  return decoded(id).type;
}

function uuidOf(id: string): string {
  return decoded(id).uuid;
}

function few(ids: string[]): string[] {
  if (ids.length <= MOST_IDS) return ids;
  throw new Refusal('BAD_USER_INPUT', `"ids" of nodes holds ${ids.length} ids: at most ${MOST_IDS} can be read at once.`);
}
