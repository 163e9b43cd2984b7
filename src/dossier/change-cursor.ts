import { readCursor, tagOfList, writeCursor } from '../planner/cursor';
import { changeKeys } from './change.plan';

/** Where an entry stands in the log, or how far someone has read. */
export interface ChangePlace {
  era: number;
  transaction: string;
  id: string;
}

const tag = tagOfList('ChangeConnection', false, changeKeys);

/** The place as clients get it: the same cursor in the query, the subscription, the event stream and the webhooks. */
export function cursorOfPlace({ era, transaction, id }: ChangePlace): string {
  return writeCursor(tag, [era, transaction, id]);
}

/**
 * Reads a cursor of the log.
 *
 * @throws Refusal  CURSOR_INVALID for any other
 */
export function placeOfCursor(cursor: string): ChangePlace {
  const [era, transaction, id] = changeKeys.map((_, index) => readCursor(cursor, tag, changeKeys, index, 'changes'));
  return { era: Number(era), transaction: String(transaction), id: String(id) };
}
