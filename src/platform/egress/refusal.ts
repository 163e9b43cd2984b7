/** Why something was not fetched, as a word that outcomes and metrics are counted by. */
export type EgressReason =
  | 'SCHEME'
  | 'ADDRESS'
  | 'TOO_LARGE'
  | 'INFLATES_TOO_MUCH'
  | 'TOO_SLOW'
  | 'TOO_MANY_REDIRECTS'
  | 'HOST_BUSY'
  | 'DNS'
  | 'CONNECT'
  | 'TLS'
  | 'PROTOCOL'
  | 'ROBOTS';

/** Something that was not fetched: the reason, and a sentence that names the address and what to do. */
export class EgressRefusal extends Error {
  override name = 'EgressRefusal';
  /** With HOST_BUSY: the earliest time at which asking again makes sense. */
  readonly retryAt: Date | null;

  constructor(
    readonly reason: EgressReason,
    message: string,
    { retryAt = null, cause }: { retryAt?: Date | null; cause?: unknown } = {},
  ) {
    super(message, { cause });
    this.retryAt = retryAt;
  }
}

/** An address as a message shows it: without user info and query, which may hold secrets, and short. */
export function shownUrl(url: URL | string): string {
  const parsed = typeof url === 'string' ? URL.parse(url) : url;
  const text = parsed ? `${parsed.protocol}//${parsed.host}${parsed.pathname}${parsed.search && '?…'}` : String(url);
  return text.length > 200 ? `${text.slice(0, 199)}…` : text;
}
