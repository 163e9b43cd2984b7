import type { ReactElement } from 'react';
import { momentOf } from '../page/moment';
import { wordOf } from '../page/words';
import type { Position } from '../story/story-query';
import { type ClockSpan, clockTicks, positionOf } from './story-clock';

const stacked = 9;

/** So far apart two marks do not touch, of the width of a lane. */
const apart = 0.03;

/** The positions on one claim over time: those for it stand above the line, those against it hang below. */
export function ClaimLane({ positions, span, label }: { positions: readonly Position[]; span: ClockSpan; label: string }): ReactElement {
  const heights = stacksOf(positions, span);
  const deepest = Math.max(1, ...heights.filter(height => height < 0).map(height => -height));
  const highest = Math.max(1, ...heights.filter(height => height > 0));
  const line = (highest + 0.6) * stacked;
  const bottom = line + (deepest + 0.6) * stacked;
  return (
    <div className="lane">
      <svg width="100%" height={bottom + 16} role="img" aria-label={label}>
        {clockTicks(span, 0.2).map(({ position, label: words }) => (
          <g key={words} className="tick">
            <line x1={percent(position)} x2={percent(position)} y1="0" y2={bottom} />
            <text x={percent(position)} y={bottom + 13} textAnchor={position > 0.93 ? 'end' : 'middle'}>
              {words}
            </text>
          </g>
        ))}
        <line x1="0" x2="100%" y1={line} y2={line} className="axis" />
        {positions.map((position, index) => {
          const height = heights[index] ?? 0;
          const x = percent(placeOf(position, span));
          return (
            <svg key={position.id} x={x} y={line - height * stacked} overflow="visible">
              <title>{`${position.holder.name} ${wordOf(position.polarity)} it, ${momentOf(position.takenAt, position.precision)}`}</title>
              {position.polarity === 'SUPPORTS' ? (
                <circle r="3.6" className="supports" />
              ) : position.polarity === 'DISPUTES' ? (
                <circle r="3.2" className="disputes" />
              ) : (
                <path d="M-3.2-3.2 3.2 3.2M-3.2 3.2 3.2-3.2" className="denies" />
              )}
            </svg>
          );
        })}
      </svg>
    </div>
  );
}

const percent = (position: number): string => `${(position * 100).toFixed(2)}%`;

/** What is known to the day is drawn at noon of it. */
function placeOf({ takenAt, precision }: Position, span: ClockSpan): number {
  const at = Date.parse(takenAt) + (precision === 'DAY' ? 12 * 3_600_000 : 0);
  return Math.min(0.995, Math.max(0.005, positionOf(at, span)));
}

/** How far from the line each lies, so that none covers another: above for, below against. */
function stacksOf(positions: readonly Position[], span: ClockSpan): number[] {
  const taken: { height: number; place: number }[] = [];
  return positions.map(position => {
    const side = position.polarity === 'SUPPORTS' ? 1 : -1;
    const place = placeOf(position, span);
    const covered = (height: number): boolean => taken.some(other => other.height === height && Math.abs(other.place - place) < apart);
    let height = side;
    while (covered(height)) height += side;
    taken.push({ height, place });
    return height;
  });
}
