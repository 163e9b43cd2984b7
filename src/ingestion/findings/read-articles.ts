import { type DataSource, type EntityManager, QueryFailedError } from 'typeorm';
import type { Log } from '../../platform/log';
import { figuresIn, type FoundFigure, type FoundStatement, statementsIn } from './finding';
import { keepFigures } from './keep-figures';
import { keepStatements } from './keep-statements';
import { markRead, type Place, placesToRead, takeArticle, type UnreadArticle, type UnreadVersion } from './unread-article';

/** How many articles one round looks at. */
const ROUND = 50;

/**
 * Reads the articles that came into stories, or were reworded there, for facts, until none is left that it can read now. What it finds and that the
 * article was read land in one transaction, so a worker that dies leaves nothing half done, and nothing is read twice.
 *
 * @returns how many articles were read
 */
export async function readArticles(database: DataSource, log: Pick<Log, 'warn'>, stopped = (): boolean => false): Promise<number> {
  let read = 0;
  for (let more = true; more && !stopped();) {
    const places = await placesToRead(database.manager, ROUND);
    let inRound = 0;
    for (const place of places) {
      if (stopped()) break;
      if (await readOne(database, place, log)) inRound += 1;
    }
    read += inRound;
    more = inRound > 0 && places.length === ROUND;
  }
  return read;
}

/** Reads one article; one that the database refuses to keep facts of is passed over, and said so, since it would hold up all others. */
async function readOne(database: DataSource, place: Place, log: Pick<Log, 'warn'>): Promise<boolean> {
  try {
    return await database.transaction(db => readFor(db, place));
  } catch (error) {
    if (!(error instanceof Unreadable) && !isRefused(error)) throw error;
    log.warn({ articleId: place.articleId, reason: (error as Error).message }, 'An article was passed over when it was read for facts.');
    await markRead(database.manager, place);
    return true;
  }
}

/** The rules failed on a text. */
class Unreadable extends Error {
  override name = 'Unreadable';
}

function isRefused(error: unknown): boolean {
  return error instanceof QueryFailedError && /^(?:2[123]|54)/.test(String((error.driverError as { code?: unknown }).code));
}

function foundIn(article: UnreadArticle, version: UnreadVersion): { figures: FoundFigure[]; statements: FoundStatement[] } {
  try {
    return { figures: figuresIn(article, version), statements: statementsIn(article, version) };
  } catch (error) {
    throw new Unreadable((error as Error).message, { cause: error });
  }
}

async function readFor(db: EntityManager, place: Place): Promise<boolean> {
  const article = await takeArticle(db, place);
  if (!article) return false;
  let cited = 0;
  for (const version of article.versions) {
    const { figures, statements } = foundIn(article, version);
    cited += await keepFigures(db, article, version, figures);
    cited += await keepStatements(db, article, version, statements);
  }
  if (cited > 0) await db.query(`update story set version = version + 1 where id = $1`, [place.storyId]);
  await markRead(db, place);
  return true;
}
