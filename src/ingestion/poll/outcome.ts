import type { EgressResponse } from '../../platform/egress/egress';
import type { EgressRefusal } from '../../platform/egress/refusal';
import { PollOutcome } from '../../source/poll.entity';

/** How a poll failed: its outcome, a sentence that says what to do, and when the server allows another. */
export interface Failure {
  outcome: PollOutcome.FAILED | PollOutcome.GONE | PollOutcome.REFUSED;
  problem: string;
  httpStatus: number | null;
  retryAt: Date | null;
  /** Whether it says something about the feed; not so where it was only not its turn. */
  counts: boolean;
}

/** What a refusal of the egress client means for a feed. */
export function failureOfRefusal({ reason, message, retryAt }: EgressRefusal): Failure {
  const ours = ['SCHEME', 'ADDRESS', 'TOO_LARGE', 'INFLATES_TOO_MUCH', 'TOO_MANY_REDIRECTS', 'ROBOTS', 'HOST_BUSY'].includes(reason);
  return {
    outcome: ours ? PollOutcome.REFUSED : PollOutcome.FAILED,
    problem: message,
    httpStatus: null,
    retryAt,
    counts: reason !== 'HOST_BUSY',
  };
}

/** What an answer that brings no document means for a feed; null for one that may bring a document or says that nothing changed. */
export function failureOfStatus({ status, retryAfter }: EgressResponse, now: Date): Failure | null {
  if ((status >= 200 && status <= 299 && status !== 204) || status === 304) return null;
  const retryAt = retryAfter === null ? null : new Date(now.getTime() + Math.min(retryAfter, 86_400) * 1_000);
  return {
    outcome: status === 410 ? PollOutcome.GONE : PollOutcome.FAILED,
    problem: sentenceOf(status, retryAt),
    httpStatus: status,
    retryAt,
    counts: true,
  };
}

function sentenceOf(status: number, retryAt: Date | null): string {
  const until = retryAt ? ` until ${retryAt.toISOString()}` : '';
  if (status === 410)
    return 'The server says that the feed is gone for good (410): it is polled no more. Register its successor, if there is one.';
  if (status === 404)
    return 'There is nothing at this address (404): look for the new one with `newsgraph feed discover` and the address of the site.';
  if (status === 401 || status === 403)
    return `The server refuses access (${status}): ask its operator for access, or register an address that is open.`;
  if (status === 429) return `The server asks to be left alone${until} (429): there is nothing to do, it is obeyed.`;
  if (status >= 500)
    return `The server is in trouble (${status}): there is nothing to do, it is asked again later${until && `, not${until}`}.`;
  if (status === 204) return 'The server answers without a document (204): check the address.';
  return `The server answers with status ${status}, which brings no feed: check the address.`;
}
