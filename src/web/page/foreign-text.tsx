import type { ReactElement } from 'react';

const scripts: readonly [code: string, letters: RegExp][] = [
  ['Latn', /\p{Script=Latin}/gu],
  ['Cyrl', /\p{Script=Cyrillic}/gu],
  ['Arab', /\p{Script=Arabic}/gu],
  ['Grek', /\p{Script=Greek}/gu],
  ['Hebr', /\p{Script=Hebrew}/gu],
];

/**
 * Text from data, in the language that it is known to be in. It keeps its own direction, so it cannot turn round what stands beside it. A language
 * whose script the text is not written in is not named: it is that of the page behind a title which was written anew.
 */
export function ForeignText({ text, language }: { text: string; language?: string | null }): ReactElement {
  return (
    <bdi lang={language && isWrittenIn(text, language) ? language : undefined} dir="auto">
      {text}
    </bdi>
  );
}

function isWrittenIn(text: string, language: string): boolean {
  const script = scriptOf(language);
  const found = scripts.map(([code, letters]) => ({ code, count: text.match(letters)?.length ?? 0 }));
  const most = found.reduce((one, other) => (other.count > one.count ? other : one));
  return script !== null && (most.count === 0 || most.code === script || !scripts.some(([code]) => code === script));
}

function scriptOf(language: string): string | null {
  try {
    return new Intl.Locale(language).maximize().script ?? null;
  } catch {
    return null;
  }
}
