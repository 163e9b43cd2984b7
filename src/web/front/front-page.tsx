import type { ReactElement } from 'react';
import { addressOf } from '../page/address';
import { Document } from '../page/document';
import type { Site } from '../page/site';
import { countOf } from '../page/words';
import { FeedHealth } from './feed-health';
import type { FrontView } from './front-query';
import { StoryCardItem } from './story-card';

const what = 'Newsgraph keeps who said which number, when, and what was known at any moment.';

/** The front page: the stories with the latest activity first, and how the feeds do. */
export function FrontPage({ site, view, after }: { site: Site; view: FrontView; after: string | null }): ReactElement {
  const { stories } = view;
  return (
    <Document site={site} title="Newsgraph" description={what} path="/">
      <div className="front">
        <header className="front-head">
          <h1>{what.replace('Newsgraph keeps w', 'W')}</h1>
          <p className="summary">
            {countOf(stories.totalCount, 'story', 'stories')}, the latest activity first. Programs read the same at{' '}
            <a href="/graphql">/graphql</a>; in a browser that is the playground.
          </p>
        </header>
        {stories.nodes.length === 0 ? (
          <NothingYet />
        ) : (
          <ol className="cards">
            {stories.nodes.map(story => (
              <StoryCardItem key={story.slug} story={story} />
            ))}
          </ol>
        )}
        <p className="pages">
          {after && <a href="/">Back to the latest</a>}
          {stories.pageInfo.hasNextPage && <a href={addressOf('/', { after: stories.pageInfo.endCursor })}>Older stories</a>}
        </p>
        <FeedHealth view={view} />
      </div>
    </Document>
  );
}

/** What to do where there is nothing to see. */
function NothingYet(): ReactElement {
  return (
    <section className="empty" aria-labelledby="nothing-title">
      <h2 id="nothing-title">There is no story yet</h2>
      <p>Stories form by themselves as articles arrive. Add a feed:</p>
      <pre>
        <code>npm run --silent newsgraph -- feed add https://news.example/rss.xml</code>
      </pre>
      <p>
        or send records through the <code>ingest</code> mutation, which the <a href="/graphql">playground</a> has ready as a tab.
      </p>
    </section>
  );
}
