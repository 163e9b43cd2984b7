import { oneLine } from '../../ingestion/sanitise/tidy-text';

// eslint-disable-next-line no-control-regex -- they are what XML 1.0 cannot hold, not even escaped
const unwritable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

/** A text as one line of characters that every form of feed can hold. */
export function plain(text: string): string {
  return oneLine(text.replace(unwritable, ' '));
}

/** A line cut at a word, for a title. */
export function shortened(text: string, most = 140): string {
  if (text.length <= most) return text;
  return `${[...text]
    .slice(0, most)
    .join('')
    .replace(/\s+\S*$/, '')}…`;
}
