import { createHash } from 'node:crypto';
import type { Row } from '../record/insert-rows';
import type { UnreadVersion } from './unread-article';

/** What the row of every detected fact holds: its keys, a hash of what it says, and when it became public. */
export function detectedRow(
  { storyId, id, content, confidence }: { storyId: string; id: string; content: string; confidence: number },
  { reportedAt, precision, publicAt }: Pick<UnreadVersion, 'reportedAt' | 'precision' | 'publicAt'>,
): Row & { id: string; key: string; recorded_at: Date } {
  return {
    story_id: storyId,
    id,
    key: `detected:${id}`,
    content_hash: createHash('sha256').update(content).digest('hex'),
    method: 'DETECTED',
    confidence,
    reported_at: reportedAt,
    precision,
    public_at: publicAt,
    recorded_at: new Date(),
  };
}
