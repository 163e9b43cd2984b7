import { type Attribution, attributionsIn } from './attribution';
import { knownSpeakersOf, subjectOf } from './known-speakers';
import { type Quotation, quotationsOf } from './quotations';
import { piecesOf } from './said-piece';
import { type Sentence, sentencesOf, type Span } from './sentences';
import { type Speaker, speakerOf } from './speaker';

/** What someone says in a text; offsets in UTF-16. */
export interface SpeechMention extends Span {
  speaker: Speaker | null;
  /** The words, without what stands between two halves of a quotation. */
  quote: string;
  /** The sentence that brings it in. */
  sentence: string;
  /** Whether it stands between quotation marks. */
  direct: boolean;
}

/** Whom a quotation without a verb of its own belongs to. */
interface Thread {
  last: Speaker | null;
  lastPerson: Speaker | null;
  paragraph: number;
}

/** Finds the quotations and the reported speech of an English text, with who speaks. */
export function attributedSpeechIn(text: string): SpeechMention[] {
  const sentences = sentencesOf(text);
  const quotations = quotationsOf(text, sentences);
  const { know } = knownSpeakersOf(text);
  const thread: Thread = { last: null, lastPerson: null, paragraph: -2 };
  const found: SpeechMention[] = [];
  for (const [index, sentence] of sentences.entries()) {
    const inside = overlapping(quotations, sentence);
    const starting = inside.filter(({ start }) => start >= sentence.start - 1);
    const attributions = attributionsIn(text, sentence, inside);
    const best = bestOf(attributions, inside);
    let speaker = best?.phrase ? speakerOf(best.phrase) : best?.pronoun ? (thread.lastPerson ?? subjectOf(sentences[index - 1])) : null;
    if (!speaker && starting.length > 0) speaker = speakerAround(text, sentences, index, quotations, inside, thread);
    if (speaker) speaker = know(speaker);

    const covered = inside.some(({ start, end }) => start <= sentence.start + 1 && end >= sentence.end - 2);
    const pieces = piecesOf(text, sentence, attributions, inside);
    for (const { attribution, ...piece } of pieces) {
      const own = attribution === best || !attribution.phrase ? speaker : know(speakerOf(attribution.phrase));
      const previous = found.at(-1);
      if (previous?.direct && piece.start < previous.end) previous.speaker ??= own;
      else found.push({ ...piece, sentence: sentence.text, speaker: own, direct: overlapping(inside, piece).length > 0 });
    }
    const fewest = pieces.length > 0 || !speaker ? 6 : 4;
    for (const { start, end } of starting) {
      const quote = text.slice(start, end);
      if (overlapping(pieces, { start, end }).length > 0 || !(covered || quote.split(/\s+/).length >= fewest)) continue;
      found.push({ start, end, quote, sentence: sentence.text, speaker, direct: true });
    }
    follow(thread, sentence, speaker, Boolean(best) || starting.length > 0, covered, inside.length === 0);
  }
  return found;
}

function bestOf(attributions: readonly Attribution[], inside: readonly Quotation[]): Attribution | undefined {
  return (
    attributions.find(({ saying, phrase }) => saying && phrase) ??
    attributions.find(({ saying }) => saying) ??
    (inside.length > 0 ? attributions[0] : undefined)
  );
}

/** The speaker of a quotation whose sentence names none: the one who has just spoken, or whom the next sentence names. */
function speakerAround(
  text: string,
  sentences: readonly Sentence[],
  index: number,
  quotations: readonly Quotation[],
  inside: readonly Quotation[],
  { last, paragraph }: Thread,
): Speaker | null {
  const sentence = sentences[index];
  const next = sentences[index + 1];
  if (!sentence) return last;
  const runsOn = next !== undefined && inside.some(({ end }) => end > next.start);
  const following =
    next && (runsOn || next.paragraph === sentence.paragraph)
      ? attributionsIn(text, next, overlapping(quotations, next)).find(({ saying, phrase }) => saying && phrase)?.phrase
      : null;
  if (following && runsOn) return speakerOf(following);
  if (last && sentence.paragraph - paragraph <= 1) return last;
  if (following) return speakerOf(following);
  return subjectOf(/^["“]/.test(sentence.text) ? sentences[index - 1] : sentence) ?? last;
}

function follow(
  thread: Thread,
  { paragraph, ...sentence }: Sentence,
  speaker: Speaker | null,
  speaks: boolean,
  covered: boolean,
  plain: boolean,
): void {
  if (speaker && speaks) {
    thread.last = speaker;
    thread.paragraph = paragraph;
    if (speaker.person) thread.lastPerson = speaker;
  } else if (covered) thread.paragraph = paragraph;
  if (!speaks && plain) thread.lastPerson = subjectOf({ paragraph, ...sentence }) ?? thread.lastPerson;
}

function overlapping<T extends Span>(spans: readonly T[], { start, end }: Span): T[] {
  return spans.filter(one => one.start < end && one.end > start);
}
