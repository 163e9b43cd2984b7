import type { ReactElement } from 'react';
import { ForeignText } from '../page/foreign-text';
import { Moment } from '../page/moment';
import { SourceLink } from '../page/source-link';
import { countOf, numberOf } from '../page/words';
import type { FailingFeed, FrontView } from './front-query';

/** How the feeds do, for those who run this. */
export function FeedHealth({ view }: { view: FrontView }): ReactElement {
  const counts = [
    ['active', view.active.totalCount],
    ['failing', view.failing.totalCount],
    ['gone', view.gone.totalCount],
    ['paused', view.paused.totalCount],
  ] as const;
  const total = counts.reduce((sum, [, count]) => sum + count, 0);
  return (
    <section className="health" aria-labelledby="health-title">
      <h2 id="health-title">Feeds</h2>
      {total === 0 ? (
        <p>
          No feed is polled. Add one with <code>newsgraph feed add</code> and its address.
        </p>
      ) : (
        <dl className="health-counts">
          {counts.map(([name, count]) => (
            <div key={name} className={name}>
              <dt>{name}</dt>
              <dd>{numberOf(count)}</dd>
            </div>
          ))}
        </dl>
      )}
      {view.failing.nodes.length > 0 && <FailingFeeds feeds={view.failing.nodes} />}
    </section>
  );
}

function FailingFeeds({ feeds }: { feeds: readonly FailingFeed[] }): ReactElement {
  return (
    <div className="scroll" tabIndex={0} role="region" aria-label="Failing feeds">
      <table>
        <thead>
          <tr>
            <th scope="col">Feed</th>
            <th scope="col">Failed</th>
            <th scope="col">Last good</th>
            <th scope="col">Problem</th>
          </tr>
        </thead>
        <tbody>
          {feeds.map(({ id, url, title, consecutiveFailures, lastSucceededAt, lastProblem }) => (
            <tr key={id}>
              <th scope="row">
                <SourceLink url={url}>{title ? <ForeignText text={title} /> : undefined}</SourceLink>
              </th>
              <td>{countOf(consecutiveFailures, 'time')}</td>
              <td>{lastSucceededAt ? <Moment at={lastSucceededAt} /> : 'never'}</td>
              <td>{lastProblem}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
