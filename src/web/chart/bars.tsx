import type { ReactElement } from 'react';
import type { HourCount } from '../story/story-query';
import { type ClockSpan, clockTicks, positionOf } from './story-clock';

/** How much was told over the clock of the story: as many columns as there is room for, ever longer spans of time. */
export function ClockBars({ hours, span, label, columns = 72, height = 96, ticks = true }: ClockBarsProps): ReactElement {
  const counts = new Array<number>(columns).fill(0);
  for (const { hour, articleCount } of hours) {
    const column = Math.min(columns - 1, Math.floor(positionOf(Date.parse(hour), span) * columns));
    counts[column] = (counts[column] ?? 0) + articleCount;
  }
  const most = Math.max(...counts, 1);
  const roomy = new Set(clockTicks(span, 0.2).map(({ label: words }) => words));
  const percent = (position: number): string => `${(position * 100).toFixed(2)}%`;
  return (
    <svg className="bars" width="100%" height={height + (ticks ? 24 : 0)} role="img" aria-label={label}>
      {counts.map((count, column) => {
        const tall = Math.sqrt(count / most) * height;
        const x = percent((column + 0.12) / columns);
        return count > 0 && <rect key={column} x={x} width={percent(0.76 / columns)} y={height - tall} height={tall} />;
      })}
      <line x1="0" x2="100%" y1={height} y2={height} />
      {ticks &&
        clockTicks(span, 0.08).map(({ position, label: words }) => (
          <text key={words} className={roomy.has(words) ? undefined : 'minor'} x={percent(position)} y={height + 18} textAnchor="middle">
            {words}
          </text>
        ))}
    </svg>
  );
}

interface ClockBarsProps {
  hours: readonly HourCount[];
  span: ClockSpan;
  label: string;
  columns?: number;
  height?: number;
  ticks?: boolean;
}

/** A row of a list with a bar as long as its share. */
export function ShareBar({ count, most }: { count: number; most: number }): ReactElement {
  return (
    <svg className="share" width="100%" height="8" aria-hidden="true">
      <rect width={`${((count / most) * 100).toFixed(1)}%`} height="8" rx="1" />
    </svg>
  );
}

/** The activity of a story over its life, in the room of a line of text. */
export function Sparkline({
  hours,
  from,
  to,
  label,
}: {
  hours: readonly HourCount[];
  from: number;
  to: number;
  label: string;
}): ReactElement {
  const columns = 60;
  const counts = new Array<number>(columns).fill(0);
  for (const { hour, articleCount } of hours) {
    const column = Math.floor(((Date.parse(hour) - from) / Math.max(1, to - from)) * columns);
    const within = Math.max(0, Math.min(columns - 1, column));
    counts[within] = (counts[within] ?? 0) + articleCount;
  }
  const most = Math.max(...counts, 1);
  const height = 36;
  return (
    <svg className="sparkline" viewBox={`0 0 ${columns * 4} ${height}`} preserveAspectRatio="none" role="img" aria-label={label}>
      {counts.map((count, column) => {
        const tall = count > 0 ? Math.max(1.5, Math.sqrt(count / most) * height) : 0.75;
        return <rect key={column} x={column * 4 + 0.5} width="3" y={height - tall} height={tall} />;
      })}
    </svg>
  );
}
