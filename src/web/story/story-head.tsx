import type { ReactElement } from 'react';
import { TollGlance } from '../chart/toll-glance';
import { amountOf, tollSeries } from '../chart/toll-series';
import { ForeignText } from '../page/foreign-text';
import { Moment, precisionOf } from '../page/moment';
import { countOf, titleOf, wordOf } from '../page/words';
import type { StoryView } from './read-story';
import { storyAddress } from './story-request';

const parts: readonly [id: string, name: string][] = [
  ['toll', 'Toll'],
  ['timeline', 'Timeline'],
  ['responses', 'Responses'],
  ['claims', 'Claims'],
  ['coverage', 'Coverage'],
];

/** What the story is, how it stands, how much there is of it. */
export function StoryHead({ view }: { view: StoryView }): ReactElement {
  const { story, request } = view;
  return (
    <header className="story-head">
      <div className="story-words">
        <p className="kicker">
          <span className={`status ${story.status.toLowerCase()}`}>{titleOf(story.status)}</span>
          {request.asOf ? (
            <span>
              As known on <Moment at={request.asOf} />. <a href={storyAddress(request, { asOf: null })}>Show what is known now</a>
            </span>
          ) : (
            <span>
              Last activity <Moment at={story.lastActivityAt} precision={precisionOf(story.lastActivityAt)} />
            </span>
          )}
        </p>
        <h1>
          <ForeignText text={story.headline} />
        </h1>
        <p className="summary">
          <ForeignText text={story.summary} />
        </p>
        <p className="measure">{measureOf(story)}</p>
      </div>
      <Glance view={view} />
      <nav className="parts" aria-label="On this page">
        {parts.map(([id, name]) => (
          <a key={id} href={`#${id}`}>
            {name}
          </a>
        ))}
      </nav>
    </header>
  );
}

/** The first number of the toll and how it came about, before anything is read. */
function Glance({ view: { story, known, figures } }: { view: StoryView }): ReactElement | null {
  const [tally] = story.tallies;
  if (!tally?.latestOfficial) return null;
  const points = tollSeries(figures.leading);
  const amount = amountOf(tally.latestOfficial);
  const span = { ...known, start: known.origin };
  return (
    <a className="glance" href="#toll">
      <span className="floor">{/^\D+(?= )/.exec(amount)?.[0]}</span>
      <span className="number">{amount.replace(/^\D+ /, '')}</span>
      <span className="metric">{wordOf(tally.metric)}, by the latest official count</span>
      <TollGlance
        points={points}
        span={span}
        label={`${titleOf(tally.metric)}: ${points.filter(({ onPath }) => onPath).length} official counts`}
      />
    </a>
  );
}

/** How much there is of it; what there is nothing of is left out. */
function measureOf({ events, statements, responses, coverage }: StoryView['story']): string {
  const bodies = countOf(responses.totalCount, 'body', 'bodies');
  const sources = `${countOf(coverage.sourceCount, 'source')} in ${countOf(coverage.languageCount, 'language')}`;
  return [
    events.totalCount && countOf(events.totalCount, 'event'),
    statements.totalCount && `${countOf(statements.totalCount, 'official statement')} of ${bodies}`,
    coverage.articleCount && `${countOf(coverage.articleCount, 'article')} of ${sources}`,
  ]
    .filter(Boolean)
    .join(' · ');
}
