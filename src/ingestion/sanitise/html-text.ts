import { decodeHTML } from 'entities';
import { blockElements, droppedElements } from './allowed-html';
import { type HtmlTag, type HtmlToken, htmlTokens } from './html-tokens';
import { oneLine, tidyText } from './tidy-text';

const scripts: ReadonlySet<string> = new Set(['script', 'style']);
const tagsInTitles = new Set(
  (
    'a abbr acronym b big blink blockquote br center cite code del dfn div em embed font frame frameset h1 h2 h3 h4 h5 h6 hr i iframe img ins kbd li ' +
    'link mark meta noscript object ol applet p param pre q s samp script small span strike strong style sub sup svg table tbody td th tr tt u ul var wbr'
  ).split(' '),
);

/** The plain text of HTML: decoded, without scripts and styles, blocks on lines of their own, other space collapsed. */
export function htmlText(html: string): string {
  return textOf(html, () => true, htmlTokens(html));
}

/** The plain text of a title that is HTML perhaps: known markup goes, and `A<B` or `List<S>`, which is none, stays as it is written. */
export function titleText(title: string): string {
  if (!title.includes('<') && !title.includes('&')) return oneLine(title);
  const lower = title.toLowerCase();
  const isMarkup = (tag: HtmlTag): boolean => {
    if (!tagsInTitles.has(tag.name)) return false;
    const isCapital = /^<[A-Z](?![A-Za-z])/.test(title.slice(tag.from, tag.from + 3));
    return !isCapital || lower.includes(`</${tag.name}`);
  };
  return oneLine(textOf(title, isMarkup, htmlTokens(title, scripts, true)));
}

function textOf(html: string, isMarkup: (tag: HtmlTag) => boolean, tokens: Iterable<HtmlToken>): string {
  if (!html.includes('<') && !html.includes('&')) return tidyText(html);
  let out = '';
  let dropping = '';
  for (const token of tokens) {
    if (token.type === 'TEXT') {
      if (!dropping) out += token.text;
    } else if (dropping) {
      if (token.type === 'END' && token.name === dropping) dropping = '';
    } else if (!isMarkup(token)) {
      out += decodeHTML(html.slice(token.from, token.to));
    } else if (token.type === 'START' && droppedElements.has(token.name)) dropping = token.name;
    else if (blockElements.has(token.name)) out += '\n';
  }
  return tidyText(out);
}
