import type { ReactElement } from 'react';
import { ClockBars, ShareBar } from '../chart/bars';
import { ForeignText } from '../page/foreign-text';
import { Moment } from '../page/moment';
import { SourceLink } from '../page/source-link';
import { countOf, languageName, numberOf } from '../page/words';
import type { StoryView } from './read-story';
import type { StoryArticle } from './story-query';
import { storyAddress } from './story-request';

/** How widely the story is told, by hour, country and language, and by whom last. */
export function CoverageSection({ view }: { view: StoryView }): ReactElement {
  const { story, request, known } = view;
  const { coverage, articles } = story;
  return (
    <section id="coverage" aria-labelledby="coverage-title">
      <h2 id="coverage-title">How it is told</h2>
      <p className="lead">
        {countOf(coverage.articleCount, 'article')} of {countOf(coverage.sourceCount, 'source')} in{' '}
        {countOf(coverage.countryCount, 'country', 'countries')} and {countOf(coverage.languageCount, 'language')};{' '}
        {countOf(coverage.originCount, 'independent text')}.
      </p>
      {coverage.byHour.length > 0 && (
        <figure>
          <figcaption>Articles by the hour in which they became public. The first hours are drawn larger.</figcaption>
          <ClockBars hours={coverage.byHour} span={known} label={`${countOf(coverage.byHour.length, 'hour')} with articles`} />
        </figure>
      )}
      <div className="columns">
        <Shares
          title="By country"
          rows={coverage.byCountry.map(({ country, articleCount }) => ({ key: country.code, name: country.name, count: articleCount }))}
        />
        <Shares
          title="By language"
          rows={coverage.byLanguage.map(({ language, articleCount }) => ({
            key: language,
            name: languageName(language),
            count: articleCount,
          }))}
        />
      </div>
      <h3 id="articles">Latest articles</h3>
      <ol className="articles">
        {articles.nodes.map(article => (
          <Article key={article.id} article={article} />
        ))}
      </ol>
      <p className="pages">
        {request.articles && <a href={storyAddress(request, { articles: null }, 'articles')}>Back to the latest</a>}
        {articles.pageInfo.hasNextPage && (
          <a href={storyAddress(request, { articles: articles.pageInfo.endCursor }, 'articles')}>Earlier articles</a>
        )}
      </p>
    </section>
  );
}

interface ShareRow {
  key: string;
  name: string;
  count: number;
}

function Shares({ title, rows }: { title: string; rows: readonly ShareRow[] }): ReactElement {
  const most = rows[0]?.count ?? 1;
  const first = rows.slice(0, 10);
  const others = rows.slice(10);
  return (
    <div>
      <h3>{title}</h3>
      <ShareList rows={first} most={most} />
      {others.length > 0 && (
        <details>
          <summary>{numberOf(others.length)} more</summary>
          <ShareList rows={others} most={most} />
        </details>
      )}
    </div>
  );
}

function ShareList({ rows, most }: { rows: readonly ShareRow[]; most: number }): ReactElement {
  return (
    <ol className="shares">
      {rows.map(({ key, name, count }) => (
        <li key={key}>
          <span>{name}</span> <ShareBar count={count} most={most} /> <span className="number">{numberOf(count)}</span>
        </li>
      ))}
    </ol>
  );
}

function Article({ article }: { article: StoryArticle }): ReactElement {
  const { title, url, language, source, publishedAt, precision, firstSeenAt, syndicatedFrom } = article;
  return (
    <li>
      <SourceLink url={url}>
        <ForeignText text={title} language={language} />
      </SourceLink>
      <p className="small">
        <ForeignText text={source.name} />
        {source.country && `, ${source.country.name}`},{' '}
        <Moment at={publishedAt ?? firstSeenAt} precision={publishedAt ? precision : 'MINUTE'} />
        {language && `, ${languageName(language)}`}
        {syndicatedFrom && `; carries the text of ${syndicatedFrom}`}
      </p>
    </li>
  );
}
