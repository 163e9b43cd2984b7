import { ENGLISH_ACCORDING, ENGLISH_PASSIVE, ENGLISH_PRONOUN, ENGLISH_SPEECH } from './english-speech';
import type { Quotation } from './quotations';
import type { Sentence, Span } from './sentences';
import { speakerAfter, speakerBefore, type SpeakerPhrase } from './speaker-phrase';

/** A verb that brings in what someone says, with who says it. */
export interface Attribution {
  /** Null for a pronoun and for a participle, whose subject stands elsewhere. */
  phrase: SpeakerPhrase | null;
  pronoun: boolean;
  cue: Span;
  /** Whether what is said follows the cue. */
  follows: boolean;
  /** Whether the verb is one of saying; one of calling or judging counts only beside a quotation. */
  saying: boolean;
  according: boolean;
}

/** The attributions of a sentence, "according to" first; what stands inside quotation marks brings in nothing. */
export function attributionsIn(text: string, sentence: Sentence, inside: readonly Quotation[]): Attribution[] {
  const quoted = (offset: number): boolean => inside.some(({ start, end }) => offset >= start - 1 && offset < end + 1);
  const found: Attribution[] = [];
  for (const { index, 0: cue } of sentence.text.matchAll(ENGLISH_ACCORDING)) {
    const start = sentence.start + index;
    if (quoted(start)) continue;
    const phrase = speakerAfter(` ${text.slice(start + cue.length, sentence.end)}`);
    if (phrase)
      found.push({
        phrase,
        pronoun: false,
        cue: { start, end: start + cue.length + phrase.text.length },
        follows: index === 0,
        saying: true,
        according: true,
      });
  }
  for (const match of sentence.text.matchAll(ENGLISH_SPEECH)) {
    const start = sentence.start + match.index;
    const end = start + match[0].length;
    if (quoted(start)) continue;
    const before = unquoted(text, sentence.start, start, inside);
    const after = text.slice(end, sentence.end);
    const saying = Boolean(match.groups?.saying);
    if (ENGLISH_PASSIVE.test(before) && !/ing$/.test(match[0])) continue;
    const inverted = invertedSpeaker(text.slice(Math.max(sentence.start, start - 3), start), match[0], after);
    const participle =
      !inverted && /ing(?: to)?$/i.test(match[0]) && /[,”"—–]\s*(?:\w+ly\s+)?$|\b(?:and|by|while|before|in)\s+$/.test(before);
    const phrase = participle ? null : (inverted ?? speakerBefore(before));
    const pronoun = participle || (phrase !== null && ENGLISH_PRONOUN.test(phrase.text));
    found.push({
      phrase: pronoun ? null : phrase,
      pronoun,
      cue: { start, end: inverted ? end + inverted.text.length + 1 : end },
      follows: !inverted && !/[”"]\s*[^,]{0,80}$/.test(text.slice(sentence.start, start)),
      saying,
      according: false,
    });
  }
  return found.filter(one => one.phrase || one.pronoun);
}

/** "…," said Anne Hill: the speaker stands behind the verb, and nothing that is said follows. */
function invertedSpeaker(before: string, verb: string, after: string): SpeakerPhrase | null {
  if (!/(?:[”"’']|,)\s*$/.test(before) || /^(?:told|tells|telling|saying|adding|noting|writing|arguing|calling|asking)$/i.test(verb))
    return null;
  const phrase = speakerAfter(after);
  if (!phrase) return null;
  const rest = after.slice(after.indexOf(phrase.text) + phrase.text.length);
  return /^\s*(?:[.,;:—–(“"]|$|(?:in|at|on|to|during|after|as|when|while|of|who|about|before|with|for|from|outside|late|early|earlier|this|yesterday|today|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b)/.test(
    rest,
  )
    ? phrase
    : null;
}

/** The words before a verb, with what stands between quotation marks left out. */
function unquoted(text: string, from: number, to: number, inside: readonly Quotation[]): string {
  let words = '';
  let at = from;
  for (const { start, end } of inside) {
    if (start - 1 >= to || end < from) continue;
    words += `${text.slice(at, Math.max(at, start - 1))}”`;
    at = Math.min(Math.max(at, end + 1), to);
  }
  return words + text.slice(at, to);
}
