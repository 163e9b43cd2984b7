/** Where a value stood: what its relative addresses are relative to, and its language. */
export interface Scope {
  base: string | null;
  language: string | null;
}

/** A value of a feed as it was written, decoded once. MAYBE_HTML is what RSS leaves open: a title that may hold markup. */
export interface FeedValue extends Scope {
  text: string;
  kind: 'TEXT' | 'HTML' | 'MAYBE_HTML';
}

/** A name under which a value is kept apart. */
export type ValueToken = string;

const mark = '~';
/** Signs that XML forbids and that PostgreSQL refuses to store, NUL and halves of pairs above all. */
// eslint-disable-next-line no-control-regex -- control characters are what it looks for
const noText = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/gu;
/** The same and whole pairs besides: quick to look for, and seldom there. */
// eslint-disable-next-line no-control-regex -- control characters are what it looks for
const suspect = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ud800-\udfff\ufffe\uffff]/;

/**
 * Values kept apart from their document. The mapper of feeds sees the structure only, and a token in the place of each value: so it cannot decode a
 * value twice, trip over its length, or lose its base, and its work does not depend on what strangers write.
 */
export class FeedValues {
  private readonly values: FeedValue[] = [];

  /** Keeps a value, and gives the token that stands for it. */
  keep(value: FeedValue): ValueToken {
    this.values.push(suspect.test(value.text) ? { ...value, text: value.text.replace(noText, '') } : value);
    return `${mark}${this.values.length - 1}`;
  }

  /** The value of a token; what is no token is a plain text of its own. */
  of(token: string | undefined | null): FeedValue | null {
    if (token === undefined || token === null) return null;
    return token.startsWith(mark)
      ? (this.values[Number(token.slice(1))] ?? null)
      : { text: token, kind: 'TEXT', base: null, language: null };
  }
}
