import { type Dice, diceFor } from './dice';
import { type Language, languages } from './words';

const syllables = 'ba be bo da de do ga go ka ke ki ko la le li lo ma me mi mo na ne ni no ra re ri ro sa se si so ta te ti to va ve vi vo za zo sha che'.split(' '); // prettier-ignore

/** Names of people and places: many, some far more frequent than others. */
export const names: readonly string[] = (() => {
  const dice = diceFor('names');
  return Array.from({ length: 8_000 }, () => {
    const name = Array.from({ length: dice.between(2, 4) }, () => dice.pick(syllables)).join('');
    return name.charAt(0).toUpperCase() + name.slice(1);
  });
})();

/** What a story is about: words and names that its texts come back to. */
export interface Topic {
  words: readonly string[];
  names: readonly string[];
}

/** A topic of its own. */
export function topicOf(dice: Dice): Topic {
  const [english] = languages;
  const rare = english?.words.slice(40) ?? [];
  return { words: Array.from({ length: 9 }, () => dice.pick(rare)), names: Array.from({ length: 7 }, () => dice.pick(names)) };
}

/** One of the languages, English most often. */
export function languageOf(dice: Dice): Language {
  let left = dice.below(100);
  return languages.find(({ share }) => (left -= share) < 0) ?? (languages[0] as Language);
}

/** A text of about so many characters, in sentences, about a topic. */
export function write(dice: Dice, { words, code }: Language, topic: Topic, length: number): string {
  let text = '';
  let sentence = 0;
  while (text.length < length) {
    const chosen = dice.next();
    const word =
      chosen < 0.1
        ? dice.pick(topic.names)
        : chosen < 0.28 && code === 'en'
          ? dice.pick(topic.words)
          : chosen < 0.34
            ? dice.frequent(names)
            : dice.frequent(words);
    text += sentence === 0 ? `${text ? '. ' : ''}${word.charAt(0).toUpperCase()}${word.slice(1)}` : ` ${word}`;
    sentence = sentence > 8 && dice.chance(0.15) ? 0 : sentence + 1;
  }
  return text;
}
