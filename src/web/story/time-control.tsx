import type { ReactElement } from 'react';
import { ClockBars } from '../chart/bars';
import { positionOf } from '../chart/story-clock';
import { dayOf, endOf, Moment, momentOf } from '../page/moment';
import type { StoryView } from './read-story';
import { storyAddress } from './story-request';

/** So fine the slider moves. */
const sliderSteps = 1000;

/** Moves the page through time: a form that works by itself, which the script turns into a slider. */
export function TimeControl({ view }: { view: StoryView }): ReactElement {
  const { request, whole, clock } = view;
  const at = request.asOf ? Date.parse(request.asOf) : clock.end;
  return (
    <form
      id="time"
      tabIndex={-1}
      className="time"
      method="get"
      aria-label="Show what was known at a moment"
      data-start={clock.start}
      data-origin={clock.origin}
      data-end={clock.end}
    >
      <div className="track">
        <ClockBars
          hours={whole.coverage.byHour}
          span={clock}
          label="Articles over the time of the story"
          height={28}
          columns={120}
          ticks={false}
        />
        <label htmlFor="moment" className="unseen">
          Moment
        </label>
        <input
          id="moment"
          className="slider"
          type="range"
          min="0"
          max={sliderSteps}
          defaultValue={Math.round(positionOf(at, clock) * sliderSteps)}
          aria-valuetext={request.asOf ? momentOf(request.asOf) : 'now'}
          hidden
        />
      </div>
      <p className="shown">
        {request.asOf ? (
          <>
            As known on <Moment at={request.asOf} />
          </>
        ) : (
          'As known now'
        )}
      </p>
      <div className="fields">
        <label htmlFor="asOf">As of (UTC)</label>
        <input
          id="asOf"
          name="asOf"
          type="datetime-local"
          defaultValue={request.asOf?.slice(0, 16)}
          min={new Date(clock.start).toISOString().slice(0, 16)}
        />
        {request.kind && <input type="hidden" name="kind" value={request.kind} />}
        {request.metric && <input type="hidden" name="metric" value={request.metric} />}
        <button type="submit">Show</button>
        {request.asOf && (
          <a className="now" href={storyAddress(request, { asOf: null })}>
            Now
          </a>
        )}
      </div>
      <details className="moments">
        <summary>Moments</summary>
        <ol>
          {whole.revisions.map(({ headline, reportedAt, precision }) => {
            const moment = new Date(endOf(reportedAt, precision)).toISOString();
            return (
              <li key={reportedAt + headline}>
                <a href={storyAddress(request, { asOf: moment })}>
                  <span className="quiet">{precision === 'DAY' ? dayOf(reportedAt) : momentOf(reportedAt)}</span>{' '}
                  {Date.parse(moment) <= at ? headline : 'Later'}
                </a>
              </li>
            );
          })}
        </ol>
      </details>
    </form>
  );
}
