import { type DetectedFigure, detectFigures } from '../../ingestion/detect/detect-figures';
import { type DetectedStatement, detectStatements } from '../../ingestion/detect/detect-statements';
import type { CasualtyTotals } from '../../ingestion/detect/main-event';

/** Finds the facts in the article of one line of a batch. */
export function readFacts(row: Record<string, unknown>): CasualtyTotals & { figures: DetectedFigure[]; statements: DetectedStatement[] } {
  const [title, text, language, publishedAt] = [row.title, row.text, row.language, row.publishedAt].map(value =>
    typeof value === 'string' ? value : null,
  );
  const { figures, totals } = detectFigures({
    title: title ?? '',
    text: text ?? '',
    language: language ?? null,
    publishedAt: publishedAt ?? null,
  });
  return { ...totals, figures, statements: detectStatements(text ?? '', language ?? null) };
}
