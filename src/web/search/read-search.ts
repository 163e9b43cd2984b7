import { Refusal } from '../../platform/errors';
import type { Ask } from '../ask';
import { type SearchRequest } from './search-page';
import { searchDocument, searchKinds, type SearchView } from './search-query';

/** Reads the query of the address of a search. */
export function readSearchRequest(search: string): SearchRequest {
  const asked = new URLSearchParams(search);
  const kind = searchKinds.find(known => known === asked.get('in')?.toUpperCase()) ?? null;
  const query = (asked.get('q') ?? '').trim().slice(0, 500);
  return { query, kind, asOf: asked.get('asOf') || null, after: asked.get('after') || null };
}

/** Searches; what is wrong with the query is said, not thrown. */
export async function readSearch(ask: Ask, request: SearchRequest): Promise<{ view: SearchView | null; fault?: string }> {
  const { query, kind, asOf, after } = request;
  if (!query) return { view: null };
  try {
    return { view: await ask<SearchView>(searchDocument, { query, in: kind && [kind], asOf, after }) };
  } catch (error) {
    if (error instanceof Refusal && error.extensions.code !== 'RATE_LIMITED') return { view: null, fault: error.message };
    throw error;
  }
}
