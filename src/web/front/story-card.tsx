import type { ReactElement } from 'react';
import { Sparkline } from '../chart/bars';
import { amountOf } from '../chart/toll-series';
import { storyPath } from '../page/address';
import { ForeignText } from '../page/foreign-text';
import { endOf, Moment, precisionOf } from '../page/moment';
import { SourceLink } from '../page/source-link';
import { countOf, titleOf, wordOf } from '../page/words';
import type { StoryCard } from './front-query';

/** A story in short: how it stands, how its activity went, what came last. */
export function StoryCardItem({ story }: { story: StoryCard }): ReactElement {
  const { slug, headline, summary, status, startedAt, lastActivityAt, tallies, coverage, statements, articles } = story;
  const counted = tallies.flatMap(({ metric, latestOfficial }) => (latestOfficial ? [{ metric, amount: amountOf(latestOfficial) }] : []));
  const [article] = articles.nodes;
  const [statement] = statements.nodes;
  return (
    <li className="card">
      <div className="card-words">
        <p className="kicker">
          <span className={`status ${status.toLowerCase()}`}>{titleOf(status)}</span>
          <span>
            Last activity <Moment at={lastActivityAt} precision={precisionOf(lastActivityAt)} />
          </span>
        </p>
        <h2>
          <a href={storyPath(slug)}>
            <ForeignText text={headline} />
          </a>
        </h2>
        <p className="summary">
          <ForeignText text={summary} />
        </p>
        {(statement || article) && (
          <ul className="latest">
            {statement && (
              <li>
                <strong>
                  <ForeignText text={statement.issuer.name} />
                </strong>{' '}
                <ForeignText text={statement.says} /> <Moment at={statement.issuedAt} precision={statement.precision} />
              </li>
            )}
            {article && (
              <li>
                <SourceLink url={article.url}>
                  <ForeignText text={article.title} language={article.language} />
                </SourceLink>{' '}
                <ForeignText text={article.source.name} />,{' '}
                <Moment at={article.publishedAt ?? article.firstSeenAt} precision={article.publishedAt ? article.precision : 'MINUTE'} />
              </li>
            )}
          </ul>
        )}
      </div>
      <div className="card-numbers">
        {counted.length > 0 && (
          <p className="counted">
            {counted.slice(0, 1).map(({ metric, amount }) => (
              <span key={metric}>
                <strong>{amount}</strong> {wordOf(metric)}
              </span>
            ))}
          </p>
        )}
        <Sparkline
          hours={coverage.byHour}
          from={Date.parse(startedAt)}
          to={endOf(lastActivityAt)}
          label="Articles over the life of the story"
        />
        <p className="small">
          {countOf(coverage.articleCount, 'article')} of {countOf(coverage.sourceCount, 'source')} in{' '}
          {countOf(coverage.languageCount, 'language')}
          {statements.totalCount > 0 && `, ${countOf(statements.totalCount, 'official statement')}`}
        </p>
      </div>
    </li>
  );
}
