import type { ReactElement } from 'react';
import { weekdayOf } from '../page/moment';
import { countOf, numberOf, titleOf } from '../page/words';
import type { StoryView } from './read-story';
import type { TimelineItem } from './story-query';
import { storyAddress, timelineKinds } from './story-request';
import { daysOf, type TimelineDay } from './timeline-day';
import { TimelineEntry } from './timeline-entry';

/** So many entries of each kind stand open where the hour is not known; the others unfold. */
const open: Readonly<Record<TimelineItem['__typename'], number>> = { Event: 5, Figure: 4, Statement: 6 };

const names: Readonly<Record<TimelineItem['__typename'], string>> = { Event: 'event', Figure: 'figure', Statement: 'statement' };

/** Everything in one chronology, day by day. */
export function TimelineSection({ view }: { view: StoryView }): ReactElement {
  const { story, request, timeline } = view;
  const { kind } = request;
  const counts = { event: story.events.totalCount, statement: story.statements.totalCount, figure: story.figures.totalCount };
  const choices = [null, ...timelineKinds] as const;
  return (
    <section id="timeline" aria-labelledby="timeline-title">
      <h2 id="timeline-title">The timeline</h2>
      <p className="lead">What happened, was said and was counted, day by day. Times are in UTC.</p>
      <nav className="choices" aria-label="Kinds of entries">
        {choices.map(choice => (
          <a
            key={choice ?? 'all'}
            href={storyAddress(request, { kind: choice }, 'timeline')}
            aria-current={choice === kind ? 'true' : undefined}
          >
            {choice ? `${titleOf(choice)}s` : 'Everything'}{' '}
            <span className="quiet">{numberOf(choice ? counts[choice] : counts.event + counts.statement + counts.figure)}</span>
          </a>
        ))}
      </nav>
      {timeline.nodes.length === 0 && <p className="empty">Nothing was known yet.</p>}
      {request.after && (
        <p className="pages">
          <a href={storyAddress(request, { after: null }, 'timeline')}>Back to the beginning</a>
        </p>
      )}
      <ol className="days">
        {daysOf(timeline.nodes).map(day => (
          <Day key={day.day} {...day} />
        ))}
      </ol>
      {timeline.pageInfo.hasNextPage && (
        <p className="pages">
          <a href={storyAddress(request, { after: timeline.pageInfo.endCursor }, 'timeline')}>Go on in the timeline</a>
        </p>
      )}
    </section>
  );
}

function Day({ day, timed, untimed }: TimelineDay): ReactElement {
  return (
    <li className="day">
      <h3>
        <time dateTime={day}>{weekdayOf(day)}</time>
      </h3>
      {timed.length > 0 && <Entries items={timed} />}
      {timed.length > 0 && untimed.length > 0 && <p className="some-time">On that day, at an hour that is not known</p>}
      {(['Event', 'Figure', 'Statement'] as const).map(kind => (
        <Untimed key={kind} kind={kind} items={untimed.filter(({ __typename }) => __typename === kind)} />
      ))}
    </li>
  );
}

/** What is known to the day only, of one kind. */
function Untimed({ kind, items }: { kind: TimelineItem['__typename']; items: readonly TimelineItem[] }): ReactElement | null {
  if (items.length === 0) return null;
  const shown = items.length > open[kind] + 2 ? items.slice(0, open[kind]) : items;
  const folded = items.slice(shown.length);
  return (
    <>
      <Entries items={shown} />
      {folded.length > 0 && (
        <details>
          <summary>{countOf(folded.length, `more ${names[kind]}`)} of that day</summary>
          <Entries items={folded} />
        </details>
      )}
    </>
  );
}

function Entries({ items }: { items: readonly TimelineItem[] }): ReactElement {
  return (
    <ol className="entries">
      {items.map(item => (
        <TimelineEntry key={item.id} item={item} />
      ))}
    </ol>
  );
}
