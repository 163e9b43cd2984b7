import { ENGLISH_BETWEEN, ENGLISH_BOUNDARY, ENGLISH_NO_SPEAKER } from './english-speech';

/** Who speaks, as the sentence puts it: the words of the name or noun, and what is set beside it between commas. */
export interface SpeakerPhrase {
  text: string;
  beside: string;
}

const NAME_END = /[\p{Lu}][\p{L}'’.-]*(?:\s*\([^)]{1,20}\))?$/u;

const PLAIN_NAME = /^(?:(?:\p{Ll}{1,4}[- ])?\p{Lu}[\p{L}.'’-]*\s*){2,5}$/u;
const ROLE_END =
  /\b(?:president|minister|premier|chancellor|secretary|spokes(?:man|woman|person)|governor|mayor|chief|sheriff|prosecutor|attorney|general|commander|director|chairman|leader|ambassador|commissioner|head|envoy)(?:\s+(?:of|for|in|at)\s+[^,]{2,60})?$/i;

/** Reads the subject that ends right before a verb: "…, Mike Baker, a spokesman for the sheriff, | said". */
export function speakerBefore(before: string): SpeakerPhrase | null {
  let text = before.replace(/[\s ]+$/, '');
  for (let again = true; again;) {
    const shorter = text.replace(ENGLISH_BETWEEN, '');
    again = shorter !== text;
    text = shorter.trimEnd();
  }
  const parts = text.split(/,(?=\s|$)|[;:—–“”"]|\s-+\s/).map(part => part.trim());
  let beside = '';
  if (/[,—–]$/.test(text)) {
    parts.pop();
    const asides: string[] = [];
    const nearest = parts.at(-1) ?? '';
    if (PLAIN_NAME.test(nearest) && ROLE_END.test(parts.at(-2) ?? '')) return phrase(nearest, afterBoundary(parts.at(-2) ?? ''));
    while (parts.length > 0) {
      const part = parts.pop() ?? '';
      const named = afterBoundary(part);
      const subject = /^(?:an?|who|whose|which|where|aged|then|now|also|one of|both|head of|\d+$)\b|^\d+$/i.test(part) || !part;
      if (
        !subject &&
        isSpeaker(named) &&
        (NAME_END.test(named) || /^(?:the|an?|his|her|their)\s/i.test(named)) &&
        (parts.length === 0 || asides.length > 0)
      ) {
        const ahead = parts.at(-1) ?? '';
        beside = [ROLE_END.test(ahead) ? ahead : '', ...asides.reverse()].filter(Boolean).join(', ');
        return phrase(named, beside);
      }
      asides.push(part);
      if (asides.length > 3) break;
    }
    const [first = ''] = asides.slice(-1);
    return phrase(afterBoundary(first), asides.slice(0, -1).reverse().join(', '));
  }
  return phrase(afterBoundary(parts.at(-1) ?? ''), beside);
}

/** Reads the subject that stands right after a verb: "said | Mayor Anne Hill, a Democrat". */
export function speakerAfter(after: string): SpeakerPhrase | null {
  const match =
    /^\s+(?!(?:in|on|at|after|during|as|when|to|that|by|of|for|with|via|from|how|about|and|but)\s)(?<noun>(?:(?:the|an?|his|her|their|one|another)\s+)?(?:[\p{Ll}\d][\p{L}\d'’-]*\s+(?!(?:in|on|at|after|during|as|when|to|that)\b)){0,4}?(?:(?:(?:of|for|the|de|la|del|van|von|der|bin|al|and)\s+)*\p{Lu}[\p{L}'’.&-]*(?:\s+|(?=[,;:.”"]|$)))+(?:\([^)]{1,20}\))?|(?:(?:the|an?|his|her|their|one|another|local|state|two)\s+)?(?:[\p{Ll}'’-]+\s+){0,3}?(?:official|officials|spokesman|spokeswoman|spokesperson|police|authorities|witnesses|witness|investigators|officer|source|sources|minister|ministry|president|statement|report|reporter|resident|aide|doctor|doctors|neighbor|neighbour|friend|mother|father)\b)(?:\s*,\s*(?<beside>[^,.;“”"]{3,80}))?/u.exec(
      after,
    );
  return match ? phrase((match.groups?.noun ?? '').trim(), match.groups?.beside ?? '') : null;
}

function afterBoundary(part: string): string {
  let from = 0;
  for (const { index, 0: word } of part.matchAll(ENGLISH_BOUNDARY))
    if (!(/^(?:and|or)\s/i.test(word) && joinsNames(part, index, index + word.length))) from = index + word.length;
  return part.slice(from).trim();
}

/** "The Ministry of Health and Welfare": here the conjunction is part of the name. */
function joinsNames(part: string, start: number, end: number): boolean {
  return /(?:^|\s)\p{Lu}[\p{L}.'’-]*\s*$/u.test(part.slice(0, start)) && /^\p{Lu}/u.test(part.slice(end));
}

function phrase(raw: string, beside: string): SpeakerPhrase | null {
  const text = raw
    .replace(/^["“”'‘’\s(]+|["“”‘\s,)]+$/g, '')
    .replace(/^according to\s+/i, '')
    .replace(/^(?:in (?:a|the|his|her|an) .*?,\s*)/i, '');
  if (!text || !isSpeaker(text) || ENGLISH_NO_SPEAKER.test(text) || text.length > 140 || !/\p{L}/u.test(text)) return null;
  return { text, beside };
}

const NO_SPEAKER_WORD =
  /\b(?:is|are|was|were|been|has|had|have|having|could|would|will|can|should|might|must|do|does|did|be|being|became|began|reached|awarded|offer|offers|settles|when|while|because|not|there|ago|very|too|much|than|if|then|it|them|him|us|me|you|who|whom|whose|quotes|quoted|rushed|goes|went|came|gets|got|makes|made|takes|took|gave|gives|broken)\b/i;
const OPENING =
  /^(?:in|after|before|since|on|at|by|to|from|of|with|for|about|into|over|under|off|out|up|down|via|during|without|including|like|per|among|between|through|against|just|only|even|also|more|less|most|not|now|live|back|again|it|its|good|longer|further|much|instead|few|two|three|four|all times|other|another|next|meanwhile)\b(?!-)/i;

/** Whether words can name a speaker at all: no clause, no phrase with a preposition at its head, no number. */
function isSpeaker(text: string): boolean {
  const words = text.replace(/[’']s\s/g, ' ');
  return (
    !NO_SPEAKER_WORD.test(words) &&
    !/\b[a-z]+ed\s+(?:an?|the|on|in|by|to|up|out|his|her|their)\b/.test(words) &&
    !OPENING.test(words) &&
    !/^[\d\W]+$/.test(words) &&
    words.split(/\s+/).length < 16 &&
    !/\b(?:for|of|in|on|at|the|a|to|with|from|by|an)$/.test(words)
  );
}
