import type { ReactElement } from 'react';
import { addressOf, storyPath } from '../page/address';
import { Document } from '../page/document';
import { dayOf, momentOf } from '../page/moment';
import type { Site } from '../page/site';
import { ClaimSection } from './claim-section';
import { CoverageSection } from './coverage-section';
import type { StoryView } from './read-story';
import { ResponseSection } from './response-section';
import { StoryHead } from './story-head';
import { TimeControl } from './time-control';
import { TimelineSection } from './timeline-section';
import { TollSection } from './toll-section';

/** The page of a story: complete as it is sent, made livelier by the script. */
export function StoryPage({ site, view }: { site: Site; view: StoryView }): ReactElement {
  const { story, request } = view;
  const path = addressOf(storyPath(story.slug), { asOf: request.asOf });
  const when = request.asOf ? `What was known on ${momentOf(request.asOf)}. ` : '';
  return (
    <Document
      site={site}
      title={request.asOf ? `${story.headline} (as known on ${dayOf(request.asOf)})` : story.headline}
      description={when + story.summary}
      path={path}
      kind="article"
      head={<Alternates site={site} view={view} />}
      below={
        <>
          <div className="news" role="status" />
          <TimeControl view={view} />
        </>
      }
    >
      <article className="story" data-story={story.slug} data-live={request.asOf ? undefined : ''}>
        <StoryHead view={view} />
        <TollSection view={view} />
        <TimelineSection view={view} />
        <ResponseSection view={view} />
        <ClaimSection view={view} />
        <CoverageSection view={view} />
      </article>
    </Document>
  );
}

const forms: readonly [ending: string, type: string][] = [
  ['rss', 'application/rss+xml'],
  ['atom', 'application/atom+xml'],
  ['json', 'application/feed+json'],
  ['jsonld', 'application/ld+json'],
];

/** The same story in other forms, and when it was told, for those who share or follow it. */
function Alternates({ site, view: { story, request } }: { site: Site; view: StoryView }): ReactElement {
  return (
    <>
      <meta property="article:published_time" content={story.startedAt} />
      <meta property="article:modified_time" content={story.lastActivityAt} />
      {forms.map(([ending, type]) => (
        <link
          key={ending}
          rel="alternate"
          type={type}
          title={story.headline}
          href={site.origin + addressOf(`${storyPath(story.slug)}.${ending}`, { asOf: request.asOf })}
        />
      ))}
    </>
  );
}
