import type { ReactElement, ReactNode } from 'react';
import { amountOf } from '../chart/toll-series';
import { ForeignText } from '../page/foreign-text';
import { Moment } from '../page/moment';
import { Citations } from '../page/source-link';
import { wordOf } from '../page/words';
import type { EventItem, FigureItem, StatementItem, TimelineItem } from './story-query';
import { timeOfItem } from './timeline-day';

/** One entry of the timeline, which its id leads to. */
export function TimelineEntry({ item }: { item: TimelineItem }): ReactElement {
  const kind = item.__typename.toLowerCase();
  return (
    <li id={item.id} className={`entry ${kind}${item.retraction ? ' withdrawn' : ''}`}>
      <p className="when">{item.precision !== 'DAY' && <Moment at={timeOfItem(item)} precision={item.precision} brief />}</p>
      <div className="what">
        {item.__typename === 'Event' && <EventWords event={item} />}
        {item.__typename === 'Statement' && <StatementWords statement={item} />}
        {item.__typename === 'Figure' && <FigureWords figure={item} />}
        {item.retraction && <p className="note">Withdrawn: {item.retraction.reason}</p>}
        <Citations citations={item.citations} />
      </div>
    </li>
  );
}

function EventWords({ event }: { event: EventItem }): ReactElement {
  const { title, about, place, kind, endedAt, endedPrecision } = event;
  const words = [kind !== 'OTHER' && wordOf(kind), place?.name].filter(Boolean).join(', ');
  return (
    <>
      <h4>
        <ForeignText text={title} />
      </h4>
      {about && (
        <p>
          <ForeignText text={about} />
        </p>
      )}
      <Small>
        {words}
        {endedAt && (
          <>
            {words && ', '}until{' '}
            <Moment at={endedAt} precision={endedPrecision ?? 'DAY'} brief={endedAt.slice(0, 10) === event.occurredAt.slice(0, 10)} />
          </>
        )}
      </Small>
    </>
  );
}

function StatementWords({ statement: { issuer, speaker, says, stances, channel } }: { statement: StatementItem }): ReactElement {
  return (
    <>
      <p>
        <strong>
          <ForeignText text={issuer.name} />
        </strong>{' '}
        <ForeignText text={says} />
      </p>
      <Small>
        {speaker && (
          <>
            {speaker.name}
            {speaker.role && speaker.role !== issuer.name ? `, ${speaker.role}; ` : '; '}
          </>
        )}
        {wordOf(channel)}
        {stances.length > 0 && `; ${stances.map(wordOf).join(', ')}`}
      </Small>
    </>
  );
}

function FigureWords({ figure }: { figure: FigureItem }): ReactElement {
  const { metric, official, reporter, note } = figure;
  return (
    <>
      <p>
        <strong className="amount">
          {amountOf(figure)} {wordOf(metric)}
        </strong>{' '}
        <ForeignText text={reporter.name} />
      </p>
      <Small>
        {official ? 'official' : 'not official'}
        {note && (
          <>
            ; <ForeignText text={note} />
          </>
        )}
      </Small>
    </>
  );
}

function Small({ children }: { children: ReactNode }): ReactElement {
  return <p className="small">{children}</p>;
}
