import type { ReactElement } from 'react';
import { type ClockSpan, positionOf } from './story-clock';
import type { TollPoint } from './toll-series';

const height = 84;

/** The official path alone, small and without numbers: how fast it rose. */
export function TollGlance({ points, span, label }: { points: readonly TollPoint[]; span: ClockSpan; label: string }): ReactElement {
  const path = points.filter(({ onPath }) => onPath);
  const top = Math.max(...path.map(point => point.height), 1);
  const width = 280;
  const steps = path.map(point => {
    const x = Math.round(positionOf(point.at, span) * width * 10) / 10;
    return `H${x}V${Math.round((height - (point.height / top) * (height - 6)) * 10) / 10}`;
  });
  const line = `M${steps[0]?.slice(1).split('V')[0] ?? 0} ${height}${steps.join('')}H${width}`;
  return (
    <svg className="glance-path" viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="none" role="img" aria-label={label}>
      <path className="area" d={`${line}V${height}z`} />
      <path className="line" d={line} />
    </svg>
  );
}
