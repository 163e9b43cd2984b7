import type { QuantityMention } from './quantity';

/** A sentence in which each quantity is one private character, so that patterns can be written over quantities instead of numerals. */
export interface MaskedSentence {
  text: string;
  quantities: QuantityMention[];
  /** The offset in the sentence of an offset in the masked text. */
  original: (offset: number) => number;
}

const FIRST = 0xe000;

/** The class of characters that stand for quantities. */
export const QUANTITY = '[\\uE000-\\uF8FF]';

/** Puts one character in the place of each quantity of a sentence. */
export function maskQuantities(sentence: string, mentions: readonly QuantityMention[]): MaskedSentence {
  const quantities = [...mentions].sort((one, other) => one.start - other.start);
  const offsets: number[] = [];
  let text = '';
  let at = 0;
  const copy = (end: number): void => {
    for (; at < end; at += 1) {
      offsets.push(at);
      text += /[\uE000-\uF8FF]/.test(sentence[at] ?? '') ? ' ' : sentence[at];
    }
  };
  quantities.forEach((quantity, index) => {
    copy(quantity.start);
    offsets.push(at);
    text += String.fromCharCode(FIRST + index);
    at = quantity.end;
  });
  copy(sentence.length);
  return { text, quantities, original: offset => offsets[offset] ?? sentence.length };
}

/** The quantities that a piece of a masked sentence holds. */
export function quantitiesIn(piece: string, { quantities }: MaskedSentence): QuantityMention[] {
  return [...piece].flatMap(character => quantities[character.charCodeAt(0) - FIRST] ?? []);
}
