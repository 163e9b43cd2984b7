import type { Block } from './block';
import type { Element } from './html-tree';
import { sumsOf } from './sums';
import { attribute, namesOf } from './tree-search';

/** How much a block reads as prose: its length without links, nothing for what is short or mostly links. */
export function proseOf(block: Block): number {
  const plain = block.text.length - block.linked;
  if (block.text.length < 40 || block.linked > block.text.length * 0.5 || isAboutCookies(block.text)) return 0;
  const isSentence = /[.!?…。！？।:»”"')\]]$|[,;،，、]/.test(block.text);
  return isSentence ? plain : plain * 0.3;
}

/** Whether a text is the consent notice of a site. */
export function isAboutCookies(text: string): boolean {
  return /cookie|personal information|personal data|datenschutz|vie privée/i.test(text) && noticeWords.test(text);
}

const noticeWords =
  /consent|opt[- ]?out|your (?:browser|preferences|experience|device|choices)|this (?:web)?site|our (?:web)?site|partners|privacy policy|einwillig|zustimm|akzeptier|unsere website|diese website|accepter|consentement|aceptar|consentimiento|nuestr[ao]s? (?:sitio|socios|web)|accett|consenso|zgod[aęy]|naszej stron|samtyck|samtykke|cookiebeleid|toestemming|california consumer/i;

/** The element that holds the article, among those around its blocks; null when nothing reads as prose. */
export function findContainer(blocks: Block[], isLead: (block: Block) => boolean): Element | null {
  const scores = new Map<Element, number>();
  const add = (element: Element | null, points: number): void => {
    if (element) scores.set(element, (scores.get(element) ?? 0) + points);
  };
  const headlines = [...blocks.keys()].filter(at => blocks[at]?.holder.tag === 'h1' && (blocks[at]?.text.length ?? 0) > 20);
  const [headlineAt = 0, nextHeadlineAt = blocks.length] = headlines;
  for (const [at, block] of blocks.entries()) {
    const prose = proseOf(block);
    if (!prose) continue;
    const trust = (isLead(block) ? 2 : 1) * (at < headlineAt || at > nextHeadlineAt ? 0.6 : 1);
    const points = 1 + Math.min(prose / 100, 4) + Math.min((block.text.match(/[,،，、।]/g) ?? []).length, 4);
    let share = trust;
    for (let at: Element | null = isLine(block.holder) ? block.holder.parent : block.holder; at; at = at.parent) {
      add(at, points * share);
      share *= 0.82;
      if (share < 0.02) break;
    }
  }
  const several = holdersOfSeveral(blocks);
  let best: Element | null = null;
  let most = 0;
  for (const [element, score] of scores) {
    const weighed = score * weightOf(element) * (several.has(element) ? 0.5 : 1);
    if (weighed > most) [best, most] = [element, weighed];
  }
  return best && widened(best, blocks);
}

/** The elements that hold more than one article, as endless pages do. */
function holdersOfSeveral(blocks: Block[]): Set<Element> {
  const prose = sumsOf(blocks, proseOf);
  let all = 0;
  for (const points of prose.values()) all = Math.max(all, points);
  const counts = new Map<Element, number>();
  for (const [article, points] of prose) {
    if (article.tag !== 'article' || points < all * 0.15) continue;
    for (let at = article.parent; at; at = at.parent) counts.set(at, (counts.get(at) ?? 0) + 1);
  }
  return new Set([...counts].filter(([, count]) => count > 1).map(([element]) => element));
}

/** Takes in what surrounds a container as long as it is prose too: articles are cut in pieces by what stands between. */
function widened(container: Element, blocks: Block[]): Element {
  const proses = sumsOf(blocks, proseOf);
  const lengths = sumsOf(blocks, ({ text }) => text.length);
  let best = container;
  for (let at = best.tag === 'article' ? null : container.parent; at && at.tag !== 'body'; at = at.tag === 'article' ? null : at.parent) {
    const inner = proses.get(best) ?? 0;
    const added = (proses.get(at) ?? 0) - inner;
    const length = (lengths.get(at) ?? 0) - (lengths.get(best) ?? 0);
    if (added > inner * 0.1 && added > length * 0.7) best = at;
  }
  return best;
}

const lines = new Set('p h1 h2 h3 h4 h5 h6 li ul ol blockquote pre dd dt dl td th tr tbody'.split(' '));

function isLine(element: Element): boolean {
  return lines.has(element.tag);
}

const bodyMarks =
  / (?:article (?:body|text|content)|articlebody|articletext|articlecontent|story (?:body|text|content)|storybody|entry content|post (?:content|body|text|entry)|content body|body (?:text|content|copy)|blog post|news (?:text|body)|field name body|rich text|richtext) /;

function weightOf(element: Element): number {
  if (/\barticleBody\b/i.test(attribute(element, 'itemprop'))) return 1.9;
  if (element.tag === 'body' || element.tag === 'html' || element.tag === '#root') return 0.7;
  if (bodyMarks.test(namesOf(element))) return 1.6;
  return element.tag === 'article' ? 1.3 : 1;
}
