/** The product token: what robots.txt calls us. */
export const PRODUCT = 'Newsgraph';

/** How we introduce ourselves to servers; the contact, a URL or an e-mail address, is for operators who want to reach us. */
export function userAgent(contact: string | null): string {
  return `${PRODUCT}/0.1${contact ? ` (+${contact})` : ''}`;
}
