/** What a robots.txt lets us fetch. */
export interface RobotsRules {
  allows(url: URL): boolean;
}

interface Rule {
  allow: boolean;
  pattern: string;
}

/** Lines beyond this are not read: no honest file has as many. */
const mostRules = 10_000;

/**
 * Reads a robots.txt by RFC 9309: the groups that name our product, or else those for `*`; the longest rule that matches decides, and of two as
 * long the one that allows. Never fails: what is not understood is passed over.
 */
export function parseRobots(text: string, product: string): RobotsRules {
  const ours: Rule[] = [];
  const everyones: Rule[] = [];
  let named = false;
  let reading: Rule[][] = [];
  let inAgents = false;
  for (const line of text.replace(/^\ufeff/, '').split(/\r\n|\r|\n/)) {
    const [key, value] = keyAndValue(line);
    if (key === 'user-agent') {
      if (!inAgents) reading = [];
      inAgents = true;
      const token = /^(?:\*|[a-z_-]+)/i.exec(value)?.[0].toLowerCase();
      if (token === '*') reading.push(everyones);
      if (token !== product.toLowerCase()) continue;
      named = true;
      reading.push(ours);
    } else if (key === 'allow' || key === 'disallow') {
      inAgents = false;
      if (value)
        for (const rules of new Set(reading)) if (rules.length < mostRules) rules.push({ allow: key === 'allow', pattern: normal(value) });
    }
  }
  const rules = (named ? ours : everyones).sort((a, b) => b.pattern.length - a.pattern.length || Number(b.allow) - Number(a.allow));
  return {
    allows(url) {
      const path = normal(`${url.pathname}${url.search}`);
      if (url.pathname === '/robots.txt') return true;
      return rules.find(({ pattern }) => matches(pattern, path))?.allow ?? true;
    },
  };
}

/** Rules for who may fetch all, or nothing. */
export function allRobots(allowed: boolean): RobotsRules {
  return { allows: () => allowed };
}

function keyAndValue(line: string): [string, string] {
  const content = line.split('#', 1)[0] ?? '';
  const colon = content.indexOf(':');
  return colon < 0 ? ['', ''] : [content.slice(0, colon).trim().toLowerCase(), content.slice(colon + 1).trim()];
}

/** Whether a path begins as the pattern says: `*` stands for anything, `$` at the end for the end. Time is linear in both for each `*`. */
function matches(pattern: string, path: string): boolean {
  const anchored = pattern.endsWith('$');
  const pieces = (anchored ? pattern.slice(0, -1) : pattern).split('*');
  const first = pieces.shift() ?? '';
  if (!path.startsWith(first)) return false;
  if (!pieces.length) return !anchored || path.length === first.length;
  const last = anchored ? (pieces.pop() ?? '') : '';
  let from = first.length;
  for (const piece of pieces) {
    const at = path.indexOf(piece, from);
    if (at < 0) return false;
    from = at + piece.length;
  }
  return !anchored || (path.endsWith(last) && path.length - last.length >= from);
}

/** One spelling for octets that may be escaped or not (RFC 9309, 2.2.2). */
function normal(text: string): string {
  return text.replace(/%([0-9a-f]{2})|[^\x21-\x7e]/giu, (found, hex?: string) => {
    if (!hex) return [...Buffer.from(found)].map(byte => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`).join('');
    const character = String.fromCharCode(parseInt(hex, 16));
    return /[\w\-.~]/.test(character) ? character : found.toUpperCase();
  });
}
