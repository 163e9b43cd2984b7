import { EgressRefusal, shownUrl } from './refusal';
import { targetOf } from './target';

/** What is sent to one address. */
export interface Sent {
  url: URL;
  method: 'GET' | 'HEAD' | 'POST';
  body: string | Uint8Array | null;
  /** The caller's own headers: what they hold (keys, signatures) is meant for the origin that the caller named. */
  headers: Record<string, string>;
}

/** A step from one address to another. 301 and 308 are permanent: the new address replaces the old. */
export interface Redirect {
  status: number;
  from: string;
  to: string;
}

/** Whether a status sends the reader elsewhere. */
export function isRedirect(status: number): boolean {
  return [301, 302, 303, 307, 308].includes(status);
}

/**
 * What to send after a redirect, by the Fetch standard: 303 turns all but HEAD into GET, 301 and 302 turn POST into GET, 307 and 308 keep method
 * and body. Another origin gets none of the caller's headers but `content-type`.
 *
 * @throws EgressRefusal  if it leads to what is never fetched, or from https down to http
 */
export function nextAfter(sent: Sent, status: number, location: string): Sent {
  const url = targetOf(asUtf8(location), sent.url);
  if (sent.url.protocol === 'https:' && url.protocol === 'http:') {
    throw new EgressRefusal(
      'SCHEME',
      `${shownUrl(sent.url)} leads from https down to ${shownUrl(url)}. If that is right, use the http address itself in its place.`,
    );
  }
  const becomesGet = (status === 303 && sent.method !== 'HEAD') || ((status === 301 || status === 302) && sent.method === 'POST');
  const contentType = sent.headers['content-type'];
  const headers = url.origin === sent.url.origin ? { ...sent.headers } : contentType === undefined ? {} : { 'content-type': contentType };
  if (!becomesGet) return { url, method: sent.method, body: sent.body, headers };
  delete headers['content-type'];
  return { url, method: 'GET', body: null, headers };
}

/** Where permanent redirects alone, from the first on, have moved an address; null if it has not moved. */
export function movedTo(redirects: readonly Redirect[]): string | null {
  const firstTemporary = redirects.findIndex(({ status }) => status !== 301 && status !== 308);
  return (firstTemporary < 0 ? redirects : redirects.slice(0, firstTemporary)).at(-1)?.to ?? null;
}

/** Headers arrive as Latin-1; a `Location` with raw bytes beyond ASCII is UTF-8 in practice. */
function asUtf8(header: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(header, 'latin1'));
  } catch {
    return header;
  }
}
