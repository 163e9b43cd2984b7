import type { ReactElement } from 'react';
import { Mark } from '../chart/mark';
import { TollCurve } from '../chart/toll-curve';
import { amountOf, reporterKindOf, type TollPoint, tollSeries } from '../chart/toll-series';
import { ForeignText } from '../page/foreign-text';
import { Moment, momentOf } from '../page/moment';
import { Citations } from '../page/source-link';
import { countOf, numberOf, titleOf, wordOf } from '../page/words';
import type { StoryView } from './read-story';
import type { Figure, Tally } from './story-query';
import { storyAddress } from './story-request';

/** What was counted: the latest number of each metric, and how the numbers of one came about. */
export function TollSection({ view }: { view: StoryView }): ReactElement | null {
  const { story, request, known, tally: chosen } = view;
  const figures = view.figures.chosen;
  if (!chosen)
    return (
      <section id="toll" aria-labelledby="toll-title">
        <h2 id="toll-title">The toll</h2>
        <p className="empty">No number had been given.</p>
      </section>
    );
  const points = tollSeries(figures);
  const label = `${titleOf(chosen.metric)}: ${points.map(({ figure }) => amountOf(figure)).join(', ')}`;
  return (
    <section id="toll" aria-labelledby="toll-title">
      <h2 id="toll-title">The toll</h2>
      <ul className="tallies">
        {story.tallies.map(tally => (
          <li key={tally.metric}>
            <a href={storyAddress(request, { metric: tally.metric }, 'toll')} aria-current={tally === chosen ? 'true' : undefined}>
              <TallyWords tally={tally} />
            </a>
          </li>
        ))}
      </ul>
      <figure className="toll">
        <figcaption>
          <strong>{titleOf(chosen.metric)}</strong>, as it was reported. Time runs from {momentOf(new Date(known.origin).toISOString())},
          and the first hours are drawn larger.
        </figcaption>
        <TollCurve points={points} span={{ ...known, start: known.origin }} label={label} />
        <TollLegend points={points} />
      </figure>
      <details>
        <summary>
          {figures.length < chosen.reportCount && 'The latest '}
          {countOf(figures.length, 'report')} in a table
        </summary>
        <FigureTable figures={figures} />
      </details>
    </section>
  );
}

/** "149 killed", with the range of all reports. */
function TallyWords({ tally: { metric, low, high, latestOfficial } }: { tally: Tally }): ReactElement {
  const range = low === high ? numberOf(low) : `${numberOf(low)}–${numberOf(high)}`;
  const [floor, number] = latestOfficial ? splitAmount(amountOf(latestOfficial)) : ['unofficial', range];
  return (
    <>
      <span className="floor">{floor} </span>
      <span className="number">{number}</span> <span className="metric">{wordOf(metric)}</span>{' '}
      <span className="range">{latestOfficial ? `reports ${range}` : 'no official number'}</span>
    </>
  );
}

function splitAmount(amount: string): [floor: string, number: string] {
  const [, floor = '', number = amount] = /^(at least|up to) (.*)$/.exec(amount) ?? [];
  return [floor, number];
}

function TollLegend({ points }: { points: readonly TollPoint[] }): ReactElement {
  const kinds = new Set(points.map(({ kind }) => kind));
  const joined = points.some(({ onPath }) => onPath);
  const shown = (
    [
      ['official', joined ? 'authorities; the line follows what they said' : 'authorities, about different events, which no line joins'],
      ['outlet', 'newspaper or broadcaster'],
      ['agency', 'agency'],
      ['other', 'someone else'],
    ] as const
  ).filter(([kind]) => kinds.has(kind));
  return (
    <ul className="legend">
      {shown.map(([kind, words]) => (
        <li key={kind}>
          <Key kind={kind} open={false} /> {words}
        </li>
      ))}
      {points.some(({ figure }) => figure.atLeast) && (
        <li>
          <Key kind="official" open /> “at least”
        </li>
      )}
      {points.some(({ low, high }) => high > low) && (
        <li>
          <svg width="14" height="14" viewBox="-7 -7 14 14" aria-hidden="true">
            <line y1="-6" y2="6" className="band" />
          </svg>{' '}
          range
        </li>
      )}
    </ul>
  );
}

function Key({ kind, open }: { kind: TollPoint['kind']; open: boolean }): ReactElement {
  return (
    <svg width="14" height="14" viewBox="-7 -7 14 14" aria-hidden="true">
      <Mark kind={kind} open={open} />
    </svg>
  );
}

const reporterWords = { official: 'authorities', outlet: 'outlet', agency: 'agency', other: 'other' } as const;

/** The curve as a table, the latest first. */
function FigureTable({ figures }: { figures: readonly Figure[] }): ReactElement {
  const main = figures.find(({ official }) => official)?.event?.id;
  return (
    <div className="scroll" tabIndex={0} role="region" aria-label="Reports in a table">
      <table>
        <thead>
          <tr>
            <th scope="col">Number</th>
            <th scope="col">Reported by</th>
            <th scope="col">When</th>
            <th scope="col">Sources</th>
          </tr>
        </thead>
        <tbody>
          {figures.map(figure => (
            <tr key={figure.id} className={figure.retraction ? 'withdrawn' : undefined}>
              <th scope="row">{amountOf(figure)}</th>
              <td>
                <ForeignText text={figure.reporter.name} /> <span className="quiet">({reporterWords[reporterKindOf(figure)]})</span>
                {figure.event && figure.event.id !== main && <span className="note">About: {figure.event.title}</span>}
                {figure.note && (
                  <span className="note">
                    <ForeignText text={figure.note} />
                  </span>
                )}
                {figure.retraction && <span className="note">Withdrawn: {figure.retraction.reason}</span>}
              </td>
              <td>
                <Moment at={figure.reportedAt} precision={figure.precision} />
              </td>
              <td>
                <Citations citations={figure.citations} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
