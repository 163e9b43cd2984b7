import type { ReactElement } from 'react';
import type { ReporterKind } from './toll-series';

const outlines: Readonly<Record<Exclude<ReporterKind, 'official'>, string>> = {
  outlet: 'M-4-4h8v8h-8z',
  agency: 'M0-5.6 5.6 0 0 5.6-5.6 0z',
  other: 'M0-5.4 5.2 3.9h-10.4z',
};

/** The mark of a report: its shape tells the kind of reporter, and it is open where the number is a floor. */
export function Mark({ kind, open }: { kind: ReporterKind; open: boolean }): ReactElement {
  const look = `mark ${kind}${open ? ' open' : ''}`;
  return kind === 'official' ? <circle r="5" className={look} /> : <path d={outlines[kind]} className={look} />;
}
