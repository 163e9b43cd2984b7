import { decodeHTMLStrict } from 'entities';
import { FeedError } from './feed-error';
import { feedLimits } from './limits';

/** The entities that a document may declare for itself: short and of plain text. */
export type DeclaredEntities = Map<string, string>;

const longestValue = 256;
const declarations = /<!ENTITY\s+(%\s+)?([\w.:-]+)\s+(?:(SYSTEM|PUBLIC)\b|"([^"]*)"|'([^']*)')/gi;

/**
 * Passes over a document type. Nothing is ever fetched and nothing is expanded twice.
 *
 * @throws FeedError  for an external entity, for an entity made of others (billion laughs), and for long or many ones (quadratic blow-up)
 */
export function readDoctype(text: string, from: number): { entities: DeclaredEntities | null; end: number } {
  const close = text.indexOf('>', from);
  const subset = text.indexOf('[', from);
  if (subset < 0 || (close >= 0 && close < subset)) return { entities: null, end: close < 0 ? text.length : close + 1 };
  const subsetEnd = endOfSubset(text, subset + 1);
  const entities = declaredIn(text.slice(subset + 1, subsetEnd));
  const end = text.indexOf('>', subsetEnd);
  return { entities, end: end < 0 ? text.length : end + 1 };
}

function endOfSubset(text: string, from: number): number {
  for (let at = from; at < text.length; at += 1) {
    const sign = text[at];
    if (sign === ']') return at;
    if (sign === '"' || sign === "'") {
      const end = text.indexOf(sign, at + 1);
      if (end < 0) return text.length;
      at = end;
    } else if (text.startsWith('<!--', at)) {
      const end = text.indexOf('-->', at);
      if (end < 0) return text.length;
      at = end + 2;
    }
  }
  return text.length;
}

function declaredIn(subset: string): DeclaredEntities {
  const entities: DeclaredEntities = new Map();
  for (const [, parameter, name = '', external, double, single] of subset.matchAll(declarations)) {
    if (parameter) continue;
    if (external) throw new FeedError(`The document declares the external entity "${name}"; such documents are not read.`);
    const value = decodeHTMLStrict(double ?? single ?? '');
    if (/[&%][\w.:-]+;/.test(value))
      throw new FeedError(`The document declares the entity "${name}" by other entities; such documents are not read.`);
    if (value.length > longestValue)
      throw new FeedError(`The document declares the entity "${name}" with ${value.length} characters; at most ${longestValue} are read.`);
    if (entities.size >= feedLimits.entities) throw new FeedError(`The document declares more than ${feedLimits.entities} entities.`);
    if (!entities.has(name)) entities.set(name, value);
  }
  return entities;
}
