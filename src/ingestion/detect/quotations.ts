import type { Sentence, Span } from './sentences';

/** A stretch between quotation marks; `start` and `end` leave the marks out. */
export interface Quotation extends Span {
  paragraph: number;
}

const PAIRS: Record<string, string> = { '“': '”', '«': '»', '„': '“”', '"': '"' };
const LONGEST = 3_000;

/**
 * Finds what stands between quotation marks. A mark that no other closes within its paragraph reaches to the paragraph's end, as is usual where a
 * quotation runs on in the next.
 */
export function quotationsOf(text: string, sentences: readonly Sentence[]): Quotation[] {
  const found: Quotation[] = [];
  for (const { start, end, paragraph } of paragraphsOf(sentences)) {
    let at = Math.max(start, found.at(-1)?.end ?? 0);
    while (at < end) {
      const closing = PAIRS[text[at] ?? ''];
      if (!closing || (text[at] === '"' && !opens(text, at, start))) {
        at += 1;
        continue;
      }
      const inside = closeOf(text, at + 1, end, closing);
      const close = inside < 0 ? closeBeyond(text, end, closing) : inside;
      if (close < 0 && text[at] === '"' && at !== start) {
        at += 1;
        continue;
      }
      const stop = close < 0 ? end : close;
      if (stop - at > 1 && stop - at < LONGEST) found.push({ start: at + 1, end: stop, paragraph });
      at = stop + 1;
    }
  }
  return found;
}

function closeOf(text: string, from: number, end: number, closing: string): number {
  for (let at = from; at < end; at += 1) if (closing.includes(text[at] ?? '') && !(text[at] === '"' && opensAfterGap(text, at))) return at;
  return -1;
}

/** Where a quotation ends that runs over the end of a line, as long as none begins before. */
function closeBeyond(text: string, from: number, closing: string): number {
  const next = /["“”«»„]/.exec(text.slice(from, from + 500));
  if (!next || !closing.includes(next[0])) return -1;
  const at = from + next.index;
  return next[0] === '"' && (/[\s]/.test(text[at - 1] ?? ' ') || /\p{L}/u.test(text[at + 1] ?? '')) ? -1 : at;
}

function opens(text: string, at: number, start: number): boolean {
  return at === start || /[\s(—–-]/.test(text[at - 1] ?? '');
}

/** A straight mark with a space before and a letter after it opens; it closes nothing. */
function opensAfterGap(text: string, at: number): boolean {
  return /\s/.test(text[at - 1] ?? '') && /[\p{L}\d]/u.test(text[at + 1] ?? '') && !/["“]/.test(text[at + 1] ?? '');
}

function paragraphsOf(sentences: readonly Sentence[]): (Span & { paragraph: number })[] {
  const paragraphs: (Span & { paragraph: number })[] = [];
  for (const { start, end, paragraph } of sentences) {
    const last = paragraphs.at(-1);
    if (last?.paragraph === paragraph) last.end = end;
    else paragraphs.push({ start, end, paragraph });
  }
  return paragraphs;
}
