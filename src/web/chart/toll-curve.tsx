import type { ReactElement } from 'react';
import { momentOf } from '../page/moment';
import { webAddress } from '../page/source-link';
import { type ClockSpan, clockTicks, positionOf } from './story-clock';
import { Mark } from './mark';
import { tollLabels } from './toll-labels';
import { amountOf, type TollPoint } from './toll-series';

const height = 300;

/** A place on an axis that is as wide as the page: text keeps its size at any width. */
const percent = (position: number): string => `${(position * 100).toFixed(2)}%`;

/** The numbers of one metric as they were given: the official path in steps, all other reports as marks, ranges as bands. */
export function TollCurve({ points, span, label }: { points: readonly TollPoint[]; span: ClockSpan; label: string }): ReactElement {
  const top = topOf(Math.max(...points.map(({ high }) => high), 1));
  const xOf = (at: number): number => positionOf(at, span);
  const yOf = (amount: number): number => Math.round((height - (amount / top) * height) * 10) / 10;
  const path = points.filter(({ onPath }) => onPath);
  const roomy = new Set(clockTicks(span, 0.2).map(({ label: words }) => words));
  return (
    <div className="toll-plot">
      <svg width="100%" height={height} role="group" aria-label={label}>
        {rulesOf(top).map(amount => (
          <g key={amount} className="rule">
            <line x1="0" x2="100%" y1={yOf(amount)} y2={yOf(amount)} />
            <text x="-10" y={yOf(amount) + 4} textAnchor="end">
              {amount}
            </text>
          </g>
        ))}
        {clockTicks(span, 0.075).map(({ position, label: words }) => (
          <g key={words} className={roomy.has(words) ? 'tick' : 'tick minor'}>
            <line x1={percent(position)} x2={percent(position)} y1={0} y2={height + 6} />
            <text x={percent(position)} y={height + 22} textAnchor="middle">
              {words}
            </text>
          </g>
        ))}
        {path.map((point, index) => (
          <Step key={point.figure.id} x={xOf(point.at)} y={yOf(point.height)} next={path[index + 1]} xOf={xOf} yOf={yOf} />
        ))}
        {points.map(point => (
          <Report key={point.figure.id} point={point} x={percent(xOf(point.at))} yOf={yOf} />
        ))}
        {tollLabels(points, xOf, yOf).map(({ point, narrow, side }) => (
          <text
            key={point.figure.id}
            x={percent(xOf(point.at))}
            dx={side === 'left' ? -7 : 7}
            y={yOf(point.height) - 8}
            textAnchor={side === 'left' ? 'end' : 'start'}
            className={`value${point.figure.official ? '' : ' other'}${narrow ? '' : ' minor'}`}
          >
            {amountOf(point.figure)}
          </text>
        ))}
      </svg>
    </div>
  );
}

interface StepProps {
  x: number;
  y: number;
  next: TollPoint | undefined;
  xOf: (at: number) => number;
  yOf: (amount: number) => number;
}

/** What the authorities said holds until they say otherwise. */
function Step({ x, y, next, xOf, yOf }: StepProps): ReactElement {
  const end = next ? xOf(next.at) : 1;
  return (
    <g className="step">
      <rect x={percent(x)} y={y} width={percent(Math.max(0, end - x))} height={Math.max(0, height - y)} />
      <line x1={percent(x)} x2={percent(end)} y1={y} y2={y} />
      {next && <line x1={percent(end)} x2={percent(end)} y1={y} y2={yOf(next.height)} />}
    </g>
  );
}

/** One report: a link to where it stands, which says who gave it and when. */
function Report({ point, x, yOf }: { point: TollPoint; x: string; yOf: (amount: number) => number }): ReactElement {
  const { figure, low, high, height: middle, kind } = point;
  const said = `${amountOf(figure)}: ${figure.reporter.name}, ${momentOf(figure.reportedAt, figure.precision)}`;
  const source = figure.citations.map(({ url }) => webAddress(url)).find(address => address);
  const mark = (
    <>
      <title>{said}</title>
      {high > low && <line x1="0" x2="0" y1={yOf(high) - yOf(middle)} y2={yOf(low) - yOf(middle)} className="band" />}
      <circle r="11" className="reach" />
      <Mark kind={kind} open={figure.atLeast} />
    </>
  );
  return (
    <svg x={x} y={yOf(middle)} overflow="visible">
      {source ? (
        <a href={source.href} aria-label={said}>
          {mark}
        </a>
      ) : (
        <g>{mark}</g>
      )}
    </svg>
  );
}

function topOf(high: number): number {
  return high * 1.12;
}

function rulesOf(top: number): number[] {
  const rough = top / 3.5;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = Math.max(1, [1, 2, 5, 10].map(factor => factor * power).find(size => size >= rough) ?? rough);
  return Array.from({ length: Math.floor(top / step) + 1 }, (_, index) => index * step);
}
