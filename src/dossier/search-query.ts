import { MomentError, parseMoment } from '../platform/moment';

/** What a search asks for: text for PostgreSQL's `websearch_to_tsquery`, and the filters that stood in it as `field:value`. */
export interface SearchQuery {
  text: string;
  filters: SearchFilters;
}

/** The values of each field, in the order given. Codes and kinds come in capitals; languages and sources as they were written. */
export interface SearchFilters {
  language?: string[];
  country?: string[];
  source?: string[];
  stance?: string[];
  kind?: string[];
  after?: Date;
  before?: Date;
}

/** Says what is wrong with a search, where (`position` counts from 0), and what would be right. */
export class SearchQueryError extends Error {
  override name = 'SearchQueryError';

  constructor(
    readonly position: number,
    what: string,
    isWrong: string,
  ) {
    super(`${what} at character ${position + 1} ${isWrong}`);
  }
}

/**
 * Reads the search grammar: words, `"phrases"`, `OR`, `-not`, `field:value`. Terms beside each other must all occur, OR binds more loosely
 * than that, and a field holds for the whole search wherever it stands.
 *
 * @throws SearchQueryError  a sentence that names the position and what would be right
 */
export function parseSearchQuery(text: string): SearchQuery {
  if (text.length > longest) throw new SearchQueryError(longest, 'What stands', `is too much: a search may have ${longest} characters.`);
  const tokens = tokensOf(text);
  refuseMisplacedOr(tokens);
  if (!tokens.some(isLookedFor)) {
    throw new SearchQueryError(0, 'The search', 'has nothing to look for: give at least one word or "phrase" that is not excluded with -.');
  }
  const terms = tokens.filter(token => token.kind !== 'FIELD');
  return { text: terms.map(spelled).join(' '), filters: filtersOf(tokens) };
}

const longest = 500;
const fields = ['language', 'country', 'source', 'stance', 'kind', 'after', 'before'] as const;

type Field = (typeof fields)[number];
type Token = { at: number } & (
  | { kind: 'OR' }
  | { kind: 'TERM'; value: string; quoted: boolean; negated: boolean }
  | { kind: 'FIELD'; field: Field; value: string; valueAt: number }
);

const blank = /[\s\p{Cc}]+/uy;
const quoted = /"([^"]*)"/y;
const word = /[^\s\p{Cc}"]+/uy;
/** A field begins with a name and a colon; `12:30` and `https://…` do not. */
const fieldName = /([a-z_]+):(?!\/\/)/iy;

function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  const take = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (found) at = pattern.lastIndex;
    return found;
  };

  for (take(blank); at < text.length; take(blank)) {
    const start = at;
    const negated = text[at] === '-';
    if (negated) at += 1;
    const name = take(fieldName)?.[1];
    const valueAt = at;
    const phrase = take(quoted)?.[1];
    if (phrase === undefined && text[at] === '"') {
      throw new SearchQueryError(at, 'The quote', 'is not closed: end the phrase with another ".');
    }
    const value = phrase === undefined ? (take(word)?.[0] ?? '') : phrase.replace(blanks, ' ').trim();

    if (name !== undefined) tokens.push({ kind: 'FIELD', at: start, field: fieldOf(name, start, negated), value, valueAt });
    else if (phrase === undefined && !negated && value === 'OR') tokens.push({ kind: 'OR', at: start });
    else tokens.push({ kind: 'TERM', at: start, value, quoted: phrase !== undefined, negated });
    refuseEmptyTerm(tokens.at(-1));
  }
  return tokens;
}

const blanks = new RegExp(blank.source, 'gu');

function fieldOf(name: string, at: number, negated: boolean): Field {
  if (negated) throw new SearchQueryError(at, 'The -', 'stands before a field: only words and "phrases" can be excluded.');
  const field = fields.find(field => field === name.toLowerCase());
  if (field) return field;
  const known = `the fields are ${fields.join(', ')}`;
  throw new SearchQueryError(at, `The field ${name}`, `is unknown: ${known}. Quotes make it a word to look for.`);
}

function refuseEmptyTerm(token: Token | undefined): void {
  if (token?.kind !== 'TERM') return;
  const { at, value, quoted, negated } = token;
  if (quoted && !value) throw new SearchQueryError(negated ? at + 1 : at, 'The phrase', 'is empty: put words between its quotes.');
  if (negated && !quoted && /^(?:$|-)/.test(value)) {
    throw new SearchQueryError(at, 'The -', 'excludes nothing: put the word or "phrase" to exclude right after a single -.');
  }
}

function refuseMisplacedOr(tokens: Token[]): void {
  tokens.forEach(({ kind, at }, index) => {
    if (kind !== 'OR' || (tokens[index - 1]?.kind === 'TERM' && tokens[index + 1]?.kind === 'TERM')) return;
    throw new SearchQueryError(at, 'The OR', 'needs a word or "phrase" on both sides: quotes make it a word to look for.');
  });
}

function isLookedFor(token: Token): boolean {
  return token.kind === 'TERM' && !token.negated && /[\p{L}\p{N}]/u.test(token.value);
}

function filtersOf(tokens: Token[]): SearchFilters {
  const filters: SearchFilters = {};
  for (const token of tokens) {
    if (token.kind !== 'FIELD') continue;
    const { field, value, at, valueAt } = token;
    if (!value) {
      throw new SearchQueryError(at, `The field ${field}`, `has no value: write it right after the colon, as in ${examples[field]}.`);
    }
    if (field === 'after' || field === 'before') {
      if (filters[field]) throw new SearchQueryError(at, `The field ${field}`, 'was given before: give it once.');
      filters[field] = timeOf(value, valueAt);
    } else (filters[field] ??= []).push(valueOf(field, value, valueAt));
  }
  return filters;
}

const examples: Record<Field, string> = {
  language: 'language:en',
  country: 'country:RU',
  source: 'source:tass',
  stance: 'stance:CONDEMNATION',
  kind: 'kind:STATEMENT',
  after: 'after:2024-03-22',
  before: 'before:2024-03-23T12:00:00Z',
};

function valueOf(field: Field, value: string, at: number): string {
  if (field === 'country' && !/^[a-z]{2}$/i.test(value)) {
    throw new SearchQueryError(at, `The country ${JSON.stringify(value)}`, 'is not a code: give its two letters, such as RU.');
  }
  return field === 'language' || field === 'source' ? value : value.toUpperCase();
}

function timeOf(value: string, at: number): Date {
  try {
    return parseMoment(value).at;
  } catch (error) {
    if (error instanceof MomentError) throw new SearchQueryError(at, 'The time', `cannot be read. ${error.message}`);
    throw error;
  }
}

/** What PostgreSQL could read as more than a word stands in quotes: signs, and `or`, which it takes for OR in any case. */
function spelled(token: Token): string {
  if (token.kind !== 'TERM') return token.kind;
  const bare = !token.quoted && /^[\p{L}\p{M}\p{N}_]+$/u.test(token.value) && token.value.toLowerCase() !== 'or';
  return `${token.negated ? '-' : ''}${bare ? token.value : `"${token.value}"`}`;
}
