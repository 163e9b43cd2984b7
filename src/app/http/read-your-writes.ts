import type { ApolloServerPlugin } from '@apollo/server';
import { OperationTypeNode } from 'graphql';
import { placeOfCursor } from '../../dossier/change-cursor';
import type { Context } from '../../platform/context';
import { Refusal } from '../../platform/errors';
import type { Log } from '../../platform/log';
import type { CaughtUp, Reader, Replicas } from '../../platform/replicas';

/** The header by which a write says how far it went, and a read how far it wants to see. */
export const cursorHeader = 'x-newsgraph-cursor';

/**
 * Chooses where a request reads: from any replica, or, if it says how far it must see, from one that has come so far, else the primary. It says so by what a
 * mutation answered in the same header, or by the cursor of a change that it has seen. What is neither is no excuse for reading something old.
 */
export async function chooseReader(replicas: Replicas, cursor: string | string[] | undefined): Promise<Reader | undefined> {
  if (cursor === undefined || cursor === '') return replicas.reader();
  const caughtUp = conditionOf(String(cursor));
  return caughtUp && replicas.readerAfter(caughtUp);
}

/** Tells, in the header of every answer to a mutation, how far the primary had written when it was done. */
export function tellPlaceOfWrites(replicas: Replicas, log: Log): ApolloServerPlugin<Context> {
  return {
    async requestDidStart() {
      return {
        async willSendResponse({ operation, response }) {
          if (operation?.operation !== OperationTypeNode.MUTATION) return;
          try {
            response.http.headers.set(cursorHeader, await replicas.placeOfPrimary());
          } catch (error) {
            log.warn({ reason: (error as Error).message }, 'the place of a write could not be told');
          }
        },
      };
    },
  };
}

function conditionOf(cursor: string): CaughtUp | undefined {
  if (/^[0-9A-F]{1,8}\/[0-9A-F]{1,8}$/.test(cursor)) return { expression: `pg_last_wal_replay_lsn() >= $1::pg_lsn`, values: [cursor] };
  try {
    const { era, transaction } = placeOfCursor(cursor);
    const expression = `$1::int < newsgraph_log_era() or ($1::int = newsgraph_log_era() and $2::bigint < newsgraph_settled_below())`;
    return { expression, values: [era, transaction] };
  } catch (error) {
    if (error instanceof Refusal) return undefined;
    throw error;
  }
}
