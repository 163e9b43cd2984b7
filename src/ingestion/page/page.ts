/** How much of an article its page gives to everyone. */
export const BodyStatus = { FULL: 'FULL', TEASER: 'TEASER', PAYWALL: 'PAYWALL', CONSENT_WALL: 'CONSENT_WALL', EMPTY: 'EMPTY' } as const;
export type BodyStatus = keyof typeof BodyStatus;

/** What an article's page says: plain text everywhere, nothing of its markup. */
export interface Page {
  title: string | null;
  /** Paragraphs, with an empty line between them. */
  text: string;
  authors: string[];
  /** As `parseMoment` reads it: a day alone when no more is known, else a date-time with the zone that the page gives. */
  publishedAt: string | null;
  /** BCP 47, as the page declares it. */
  language: string | null;
  image: string | null;
  canonicalUrl: string | null;
  bodyStatus: BodyStatus;
}
