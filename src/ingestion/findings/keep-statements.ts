import type { EntityManager } from 'typeorm';
import { uuidV5 } from '../../platform/ids';
import { insertRows, type Row } from '../record/insert-rows';
import { type Carried, cite, FINDING_NAMESPACE } from './citing';
import { detectedRow } from './detected-row';
import type { FoundStatement } from './finding';
import { type Issuer, issuerOf } from './issuer';
import { sayTheSame, wordsOf } from './same-words';
import { judge, reprinted, storedFact, type StoredFact } from './standing';
import type { UnreadArticle, UnreadVersion } from './unread-article';

interface StoredStatement extends StoredFact {
  /** By name. */
  issuer: string;
  speaker: string | null;
  words: string[];
  /** Whether it is the document of a source of its own, and not what others quote. */
  own: boolean;
  /** Whether an article with the text of the one at hand carries it. */
  reprinted: boolean;
}

/**
 * Keeps the statements of a version. The same words of the same speaker are one statement, whoever prints them; a document of an official source is
 * one statement, however often it is reworded.
 *
 * @returns how many statements that were stored before the version carries
 */
export async function keepStatements(
  db: EntityManager,
  article: UnreadArticle,
  version: UnreadVersion,
  found: readonly FoundStatement[],
): Promise<number> {
  if (found.length === 0) return 0;
  const stored = await storedStatements(db, article);
  const issuers = new Map<string, Issuer>();
  const rows: Row[] = [];
  const carried: Carried[] = [];
  for (const statement of found) {
    const words = wordsOf(statement.words);
    const keys = new Set(stored.filter(one => isSame(one, statement, words)).map(({ key, id }) => key ?? id));
    const same = stored.filter(({ key, id }) => keys.has(key ?? id));
    const verdict = await judge(db, article.storyId, same);
    if (verdict === 'LEAVE') continue;
    if (verdict === 'ADD') {
      const name = JSON.stringify(
        statement.said && [statement.said.organisation, statement.said.role, statement.said.speaker, statement.said.country],
      );
      const issuer = issuers.get(name) ?? (await issuerOf(db, article, statement.said));
      issuers.set(name, issuer);
      const row = statementRow(article, version, statement, issuer.id, same.length);
      rows.push(row);
      const own = statement.said === null;
      stored.push({
        id: row.id,
        key: row.key,
        moved: false,
        stands: true,
        words,
        own,
        reprinted: true,
        issuer: issuer.name,
        speaker: row.speaker_name,
      });
      carried.push({ factId: row.id, span: statement.span });
    } else carried.push({ factId: verdict.cite, span: statement.span });
  }
  await insertRows(db, 'statement', rows);
  await cite(db, article, version, carried);
  return carried.length - rows.length;
}

/** The statements of the story that a machine found, in all their wordings, withdrawn and corrected ones too. */
async function storedStatements(db: EntityManager, { storyId, originId }: UnreadArticle): Promise<StoredStatement[]> {
  const rows = await db.query<(Omit<StoredStatement, 'words'> & { summary: string })[]>(
    `select ${storedFact}, i.name as issuer, f.speaker_name as speaker, f.summary, f.key like 'detected:document:%' as own,
       ${reprinted('$2')} as reprinted
     from statement f join actor i on i.id = f.issuer_id where f.story_id = $1 and f.key like 'detected:%' order by f.recorded_at, f.id`,
    [storyId, originId],
  );
  return rows.map(({ summary, ...row }) => ({ ...row, words: wordsOf(summary) }));
}

/**
 * Whether what was found is a statement that is stored. Two people by name are never one speaker, nor are two bodies unless the name of one is part of
 * the other's ("police", "Ankara police"); a person and the body that he speaks for may be.
 */
function isSame(stored: StoredStatement, { said }: FoundStatement, words: readonly string[]): boolean {
  if (said === null || stored.own) return said === null && stored.own && stored.reprinted;
  const person = said.person ? said.speaker : null;
  const other = /^\p{Lu}/u.test(stored.speaker ?? '') ? stored.speaker : null;
  if (person !== null && other !== null && surname(person) !== surname(other)) return false;
  if (person === null && other === null && !isPartOf(wordsOf(said.organisation ?? said.speaker ?? ''), wordsOf(stored.issuer)))
    return false;
  return sayTheSame(stored.words, words);
}

function isPartOf(one: readonly string[], other: readonly string[]): boolean {
  return one.every(word => other.includes(word)) || other.every(word => one.includes(word));
}

function surname(name: string): string {
  return wordsOf(name).at(-1) ?? '';
}

function statementRow(
  { storyId, articleId, language }: UnreadArticle,
  version: UnreadVersion,
  { said, words, stances, channel, confidence }: FoundStatement,
  issuer: string,
  times: number,
): Row & { id: string; key: string; speaker_name: string | null } {
  const speaker = said && (said.person || said.role) ? said.speaker : null;
  const content = JSON.stringify(said === null ? [articleId] : [issuer, speaker, wordsOf(words).join(' ')]);
  const id = uuidV5(FINDING_NAMESPACE, `${storyId} statement ${content} ${times}`);
  return {
    ...detectedRow({ storyId, id, content, confidence }, version),
    key: `detected:${said === null ? 'document:' : ''}${id}`,
    issuer_id: issuer,
    speaker_name: speaker,
    speaker_role: said?.role ?? null,
    issued_at: version.reportedAt,
    date_basis: said === null ? 'STATED' : 'REPORT_DATE',
    channel,
    language,
    stances,
    summary: words,
    detail: 'FULL',
  };
}
