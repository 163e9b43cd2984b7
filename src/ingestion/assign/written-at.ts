import { parseMoment } from '../../platform/moment';
import { writtenDate } from '../page/written-date';
import type { ArticleText } from './article-text';

/**
 * When an article was written: as it was published, else the first date with a year in its title or lead, for news is about its day, else as it arrived.
 * A date after the arrival announces something and is not taken.
 */
export function writtenAt({ title, text, publishedAt, firstSeenAt }: ArticleText): Date | null {
  if (publishedAt) return publishedAt;
  const stated = writtenDate(`${title ?? ''}\n${text?.slice(0, LEAD_LETTERS) ?? ''}`);
  const day = stated ? parseMoment(stated).at : null;
  return day && (!firstSeenAt || day <= firstSeenAt) ? day : (firstSeenAt ?? null);
}

const LEAD_LETTERS = 250;
