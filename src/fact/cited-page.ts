import { createHash } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { articleIdOf, canonicalUrl, PageUrlError } from '../article/canonical-url';
import { Refusal, shown } from '../platform/errors';
import type { CitationInput } from './citation.input';

/** What a citation says of the document, by the columns of its table. */
export interface CitedPage {
  kind: 'LINK' | 'SPAN';
  url: string;
  article_id: string;
  version: number | null;
  span_start: number | null;
  span_end: number | null;
  span_hash: string | null;
  public_at: Date | null;
}

/**
 * Reads a citation that an editor gives.
 *
 * @throws Refusal  BAD_USER_INPUT where the address is none, or the words that it names are not there
 */
export async function citedPage(db: EntityManager, { url: given, version, start, end }: CitationInput): Promise<CitedPage> {
  const url = addressOf(given);
  const article_id = articleIdOf(url);
  const [article] = await db.query<{ public_at: Date }[]>(`select public_at from article where id = $1`, [article_id]);
  const link = { kind: 'LINK' as const, url, article_id, version: version ?? null, public_at: article?.public_at ?? null };
  if (start == null && end == null) return { ...link, span_start: null, span_end: null, span_hash: null };
  const [stored] = await db.query<{ number: number; text: string | null }[]>(
    `select number, text from article_version where article_id = $1 and ($2::integer is null or number = $2) order by number desc limit 1`,
    [article_id, version ?? null],
  );
  const words = start == null || end == null || start < 0 || stored?.text == null ? [] : [...stored.text].slice(start, end);
  if (!stored || start == null || end == null || words.length === 0 || words.length !== end - start) {
    throw new Refusal('BAD_USER_INPUT', `The text of ${shown(url)} that is stored has no words from ${start ?? '?'} to ${end ?? '?'}.`);
  }
  const span_hash = createHash('sha256').update(words.join('')).digest('hex');
  return { ...link, kind: 'SPAN', version: stored.number, span_start: start, span_end: end, span_hash };
}

function addressOf(given: string | null | undefined): string {
  try {
    return canonicalUrl(given ?? '');
  } catch (error) {
    if (error instanceof PageUrlError) throw new Refusal('BAD_USER_INPUT', error.message);
    throw error;
  }
}
