/** A stretch of a text, in UTF-16 offsets. */
export interface Span {
  start: number;
  end: number;
}

/** A sentence of a text and the number of its paragraph. */
export interface Sentence extends Span {
  text: string;
  paragraph: number;
}

const ABBREVIATION =
  /(?:^|[\s("“‘'])(?:mr|mrs|ms|dr|st|gen|col|lt|sgt|maj|brig|capt|cpl|adm|cmdr|const|cst|dep|atty|asst|cllr|messrs|msgr|det|supt|insp|gov|sen|rep|reps|sens|pres|prof|rev|hon|jr|sr|inc|co|corp|ltd|no|vs|etc|dept|u\.?s|u\.?n|u\.?k|d\.?c|[ap]\.m|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|ave|blvd|mt|ft|approx|bzw|ca|nr|z\.b|sra?|m|mme|mgr|dott|им|ул|г|обл|тыс|млн|[a-z])\.$/i;

/** "am 12. Mai": a day, no end. */
const GERMAN_DAY =
  /^.{0,6}(?:\s|^)\d{1,2}\.\s(?:Januar|Februar|März|Mai|Juni|Juli|Oktober|Dezember)(?!\p{L})|^.{0,3}(?:am|dem|vom|zum|bis|seit)\s\d{1,2}\.\s(?:April|August|September|November)/u;

/** Cuts a text into sentences at its full stops and line ends, so that a rule never reads across two of them. */
export function sentencesOf(text: string): Sentence[] {
  const sentences: Sentence[] = [];
  let paragraph = 0;
  for (const { 0: line, index } of text.matchAll(/[^\n]+/g)) {
    let from = 0;
    for (const stop of line.matchAll(/[.!?…]+[”"’»)\]]*(?:\s+|(?=[A-Z][a-z]))/g)) {
      const end = stop.index + stop[0].trimEnd().length;
      if (!endsSentence(line, from, stop.index, end, stop.index + stop[0].length)) continue;
      push(sentences, line, index, from, end, paragraph);
      from = stop.index + stop[0].length;
    }
    push(sentences, line, index, from, line.length, paragraph);
    paragraph += 1;
  }
  return sentences;
}

function endsSentence(line: string, from: number, stop: number, end: number, next: number): boolean {
  const following = line.slice(next, next + 2);
  if (/^\p{Ll}/u.test(following)) return false;
  if (next === end && !/\p{Ll}[.!?][”"’»)\]]*$/u.test(line.slice(0, end))) return false;
  if (GERMAN_DAY.test(line.slice(Math.max(from, stop - 8), next + 10))) return false;
  if (line[stop] !== '.' || end - stop > 1) return true;
  return !ABBREVIATION.test(line.slice(Math.max(from, stop - 12), stop + 1)) || /[”"’]$/.test(line.slice(stop, end));
}

/** Beyond this it is no sentence but a list or a page without stops; it is cut between words. */
const LONGEST = 1_500;

function push(sentences: Sentence[], line: string, lineStart: number, from: number, to: number, paragraph: number): void {
  for (let at = from; at < to;) {
    const space = to - at > LONGEST ? line.lastIndexOf(' ', at + LONGEST) : to;
    const end = space > at ? space : Math.min(to, at + LONGEST);
    const raw = line.slice(at, end);
    const text = raw.trim();
    const start = lineStart + at + raw.indexOf(text);
    if (text) sentences.push({ text, start, end: start + text.length, paragraph });
    at = end;
  }
}
