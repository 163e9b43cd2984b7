import type { CountryResponse } from '../story/story-query';

/** What the map tells apart: by colour and by pattern. */
export const stanceGroups = ['condemned', 'condoled', 'otherwise', 'silent', 'unheard'] as const;

/** How a country stands on the map. */
export type StanceGroup = (typeof stanceGroups)[number];

/** What each group is called. */
export const stanceGroupNames: Readonly<Record<StanceGroup, string>> = {
  condemned: 'Condemned',
  condoled: 'Condolences or solidarity',
  otherwise: 'Spoke otherwise',
  silent: 'No response seen',
  unheard: 'Not monitored',
};

/** The group of a country: the strongest thing that it said. */
export function stanceGroupOf({ status, stances }: CountryResponse): StanceGroup {
  if (status === 'NOT_MONITORED') return 'unheard';
  if (status === 'NO_RESPONSE_SEEN') return 'silent';
  const taken = new Set(stances.map(({ stance }) => stance));
  if (taken.has('CONDEMNATION')) return 'condemned';
  return taken.has('CONDOLENCES') || taken.has('SOLIDARITY') || taken.has('OFFER_OF_ASSISTANCE') ? 'condoled' : 'otherwise';
}
