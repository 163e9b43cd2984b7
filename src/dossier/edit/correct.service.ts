import type { DataSource, EntityManager } from 'typeorm';
import type { Caller } from '../../platform/context';
import { Refusal, shown } from '../../platform/errors';
import { periodEnd, type Precision } from '../../platform/moment';
import type { CorrectEventInput, CorrectFigureInput, CorrectStatementInput } from './correct.input';
import { EditKind } from './edit.entity';
import { keysOf } from './edit-session';
import { type FactEdited, type FactRow, supersede } from './fact-edit';

/** Puts a figure right. */
export function correctFigure(database: DataSource, caller: Caller, input: CorrectFigureInput): Promise<FactEdited> {
  return supersede(database, caller, input, EditKind.CORRECT, ['Figure'], async (row, db) => {
    const { metric, atLeast, official, reporter, event } = input;
    const numbers = given({ value: input.value, min: input.min, max: input.max });
    requireNumbers({ ...row, ...numbers });
    return {
      ...recorded(input, row),
      ...numbers,
      ...given({ note: input.note }),
      ...told({ metric, at_least: atLeast, official }),
      ...(event == null ? {} : { event_id: await eventIn(db, row.story_id, event) }),
      ...(reporter == null ? {} : await reporterColumns(db, reporter)),
    };
  });
}

/** Puts a statement right. */
export function correctStatement(database: DataSource, caller: Caller, input: CorrectStatementInput): Promise<FactEdited> {
  return supersede(database, caller, input, EditKind.CORRECT, ['Statement'], async (row, db) => {
    const { issuer, speaker, role, issuedAt, channel, stances, summary } = input;
    if (stances?.length === 0) throw new Refusal('BAD_USER_INPUT', '"stances" is empty: say at least one thing that the statement does.');
    return {
      ...recorded({ ...input, reportedAt: input.reportedAt ?? issuedAt }, row),
      ...given({ speaker_name: speaker, speaker_role: role }),
      ...told({ issued_at: issuedAt, channel, stances, summary: filled(summary, 'summary') }),
      ...(issuer == null ? {} : { issuer_id: await actorOf(db, issuer) }),
    };
  });
}

/** Puts an event right. */
export function correctEvent(database: DataSource, caller: Caller, input: CorrectEventInput): Promise<FactEdited> {
  return supersede(database, caller, input, EditKind.CORRECT, ['Event'], async (row, db) => {
    const { kind, title, summary, occurredAt, precision, place, placeCountry } = input;
    const occurred = occurredAt ?? new Date(String(row.occurred_at));
    const occurredBy = periodEnd(occurred, precision ?? (row.precision as Precision));
    const places = given({ place_name: place, place_country_code: placeCountry });
    if (placeCountry != null) await requireCountry(db, placeCountry);
    if (placeCountry != null && ({ ...row, ...places } as FactRow).place_name === null)
      throw new Refusal('BAD_USER_INPUT', '"placeCountry" needs the name of the place in "place".');
    const nowhere = { place_country_code: null, latitude: null, longitude: null, coordinate_basis: null };
    return {
      ...recorded(input, row),
      ...given({ summary }),
      ...told({ kind, title: filled(title, 'title') }),
      ...(place === undefined ? {} : nowhere),
      ...places,
      ...(occurredAt == null && precision == null ? {} : { occurred_at: occurred, occurred_by: occurredBy }),
    };
  });
}

/** What an editor writes is recorded by a person; when it became public follows from when it was reported, where that is said anew. */
function recorded({ reportedAt, precision }: { reportedAt?: Date | null; precision?: Precision | null }, row: FactRow): Partial<FactRow> {
  const by = { method: 'RECORDED', confidence: null };
  if (reportedAt == null && precision == null) return by;
  const at = reportedAt ?? new Date(String(row.reported_at));
  const exactly = precision ?? (row.precision as Precision);
  const end = periodEnd(at, exactly);
  return { ...by, reported_at: at, precision: exactly, public_at: end < new Date() ? end : new Date() };
}

/** The columns that are given, also those given as null. */
function given(columns: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(columns).filter(([, value]) => value !== undefined));
}

/** The columns that are given and say something. */
function told(columns: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(columns).filter(([, value]) => value !== undefined && value !== null));
}

function filled(text: string | null | undefined, field: string): string | null | undefined {
  if (text?.trim() === '') throw new Refusal('BAD_USER_INPUT', `${shown(field)} is empty: leave it out where it stays.`);
  return text;
}

function requireNumbers({ value, min, max }: Record<string, unknown>): void {
  const numbers = [value, min, max].filter(number => number !== null) as number[];
  if (numbers.length === 0) throw new Refusal('BAD_USER_INPUT', 'A figure needs "value", "min" or "max".');
  const negative = numbers.find(number => number < 0);
  if (negative !== undefined) throw new Refusal('BAD_USER_INPUT', `${negative} counts nobody: a figure is 0 or more.`);
  if (typeof min === 'number' && typeof max === 'number' && min > max)
    throw new Refusal('BAD_USER_INPUT', `"min" is ${min} and "max" is ${max}: the least is not above the most.`);
}

async function eventIn(db: EntityManager, storyId: string, id: string): Promise<string> {
  const uuid = keysOf([id], ['Event'], 'event')[0]?.uuid ?? '';
  const found = await db.query<unknown[]>(`select from event where story_id = $1 and id = $2 and moved_to is null`, [storyId, uuid]);
  if (found.length === 0) throw new Refusal('BAD_USER_INPUT', `The event ${shown(id)} does not lie in the story of the figure.`);
  return uuid;
}

/** The reporter is a name first, and the actor or source that alone bears it. */
async function reporterColumns(db: EntityManager, name: string): Promise<Partial<FactRow>> {
  filled(name, 'reporter');
  const alone = async (table: string): Promise<string | null> => {
    const [row] = await db.query<{ id: string }[]>(`select min(id::text) as id from ${table} where name = $1 having count(*) = 1`, [name]);
    return row?.id ?? null;
  };
  return { reporter_name: name, reporter_actor_id: await alone('actor'), reporter_source_id: await alone('source') };
}

async function actorOf(db: EntityManager, selector: string): Promise<string> {
  const [row] = await db.query<{ id: string }[]>(
    `select id from actor where slug = $1 or 'actor_' || id = $1 or wikidata_id = $1 limit 1`,
    [selector],
  );
  if (!row) throw new Refusal('NOT_FOUND', `No actor has the slug, id or item ${shown(selector)}.`);
  return row.id;
}

async function requireCountry(db: EntityManager, code: string): Promise<void> {
  const found = await db.query<unknown[]>(`select from country where code = $1`, [code]);
  if (found.length === 0) throw new Refusal('BAD_USER_INPUT', `There is no country with the code ${shown(code)} in ISO 3166-1.`);
}
