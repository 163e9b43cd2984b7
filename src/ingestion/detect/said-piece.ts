import type { Attribution } from './attribution';
import { ENGLISH_NOTHING_SAID, ENGLISH_OTHER_SENSE } from './english-speech';
import type { Quotation } from './quotations';
import type { Sentence, Span } from './sentences';

/** What one attribution brings in. */
export interface Piece extends Span {
  quote: string;
  attribution: Attribution;
}

/** What each attribution of a sentence brings in: the clause behind its verb, or the one before "…, she said". */
export function piecesOf(text: string, sentence: Sentence, attributions: readonly Attribution[], inside: readonly Quotation[]): Piece[] {
  const inOrder = [...attributions]
    .sort((one, other) => one.cue.start - other.cue.start)
    .filter(({ cue, saying }) => inside.length > 0 || (saying && !ENGLISH_OTHER_SENSE.test(text.slice(cue.start, sentence.end))));
  const whole = inside.filter(({ start }) => start >= sentence.start - 1);
  const length = whole.reduce((sum, { start, end }) => sum + Math.min(end, sentence.end) - start, 0);
  const main = inOrder.find(({ saying }) => saying) ?? inOrder[0];
  const opening = whole[0] && whole[0].start - sentence.start < 5 && !main?.follows;
  if (main && whole.length > 0 && (opening || length > (sentence.end - sentence.start) * 0.5)) {
    const start = whole[0]?.start ?? sentence.start;
    const end = whole.at(-1)?.end ?? sentence.end;
    return [{ start, end, quote: whole.map(one => text.slice(one.start, one.end)).join(' '), attribution: main }];
  }
  const pieces: Piece[] = [];
  for (const [index, attribution] of inOrder.entries()) {
    const next = inOrder.slice(index + 1).find(({ follows }) => follows);
    const quotedBetween = (from: number, to: number): boolean => inside.some(({ start, end }) => start < to && end > from);
    const piece = pieceOf(
      text,
      sentence,
      attribution,
      next && (next.saying || quotedBetween(attribution.cue.end, next.cue.start)) && quotedBetween(next.cue.end, sentence.end)
        ? next.cue.start
        : sentence.end,
    );
    if (!piece || pieces.some(({ start, end }) => piece.start < end && start < piece.end)) continue;
    if (attribution.saying ? pieces.length > 0 && !quotedBetween(piece.start, piece.end) : !quotedBetween(piece.start, piece.end)) continue;
    pieces.push({ ...piece, attribution });
  }
  return pieces;
}

function pieceOf(
  text: string,
  sentence: Sentence,
  { cue, follows, according, phrase }: Attribution,
  until: number,
): (Span & { quote: string }) | null {
  let start = sentence.start;
  let end = until;
  if (follows && !(cue.start - sentence.start > 20 && ENGLISH_NOTHING_SAID.test(text.slice(cue.end, until)))) {
    start = cue.end + addressee(text.slice(cue.start, cue.end), text.slice(cue.end, end));
    const lead = /^(?:\s*[,:]?\s*(?:(?:in|on|at|during|to|via)\s+(?:[\w’'.-]+\s+){1,5}?)?(?=that\b|how\b|[“"])|\s*,?\s*)/.exec(
      text.slice(start, end),
    );
    start += lead?.[0].length ?? 0;
  } else if (cue.start - sentence.start > 12) {
    const named = phrase ? text.lastIndexOf(phrase.text, cue.start) : -1;
    end = according || named < sentence.start + 12 ? cue.start : named;
    if (end - start < 12) end = cue.start;
  } else return null;
  const quote = text.slice(start, end).replace(/^[\s,:“”"]+|(?:[\s,“”"]|\b(?:the|an?))+$/g, '');
  if (quote.split(/\s+/).length < (/[“”"]/.test(text.slice(start, end)) ? 1 : 3)) return null;
  const from = text.indexOf(quote, start);
  return { start: from, end: from + quote.length, quote };
}

/** "Told AFP that …": how long the words are that tell to whom it is said. */
function addressee(cue: string, after: string): number {
  return /^(?:told|tells|telling|assured|assures)$/i.test(cue)
    ? (/^\s+[^,“"]{1,60}?(?=\s+(?:that|how|why)\b)/.exec(after)?.[0].length ?? 0)
    : 0;
}
