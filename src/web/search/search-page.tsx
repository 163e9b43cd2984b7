import type { ReactElement } from 'react';
import { addressOf, storyPath } from '../page/address';
import { Document } from '../page/document';
import { ForeignText } from '../page/foreign-text';
import { Moment, precisionOf } from '../page/moment';
import { SourceLink } from '../page/source-link';
import type { Site } from '../page/site';
import { countOf, languageName, numberOf, wordOf } from '../page/words';
import { Highlight } from './highlight';
import { type SearchHit, type SearchKind, searchKinds, type SearchView } from './search-query';

/** What the address of a search asks for. */
export interface SearchRequest {
  query: string;
  kind: SearchKind | null;
  asOf: string | null;
  after: string | null;
}

const kindNames: Readonly<Record<SearchKind, string>> = {
  STORY: 'Stories',
  ARTICLE: 'Articles',
  STATEMENT: 'Statements',
  EVENT: 'Events',
};

/** What a search found, with what it can be narrowed to. Without a view: how to ask. */
export function SearchPage({ site, request, view, fault }: SearchPageProps): ReactElement {
  const { query } = request;
  const path = addressOf('/search', { q: query, in: request.kind?.toLowerCase(), asOf: request.asOf });
  return (
    <Document
      site={site}
      title={query ? `${query} · Newsgraph` : 'Search · Newsgraph'}
      description={view ? `${countOf(view.search.totalCount, 'result')} for ${query}.` : 'Search stories, articles, statements and events.'}
      path={path}
      asked={query}
      head={view && <Feeds site={site} request={request} />}
    >
      <div className="found">
        <h1>
          {view ? (
            <>
              {countOf(view.search.totalCount, 'result')} for <ForeignText text={query} />
            </>
          ) : (
            'Search'
          )}
        </h1>
        {fault && <p className="fault">{fault}</p>}
        {view ? <Found request={request} view={view} /> : <HowToAsk />}
      </div>
    </Document>
  );
}

interface SearchPageProps {
  site: Site;
  request: SearchRequest;
  view: SearchView | null;
  /** What is wrong with the query. */
  fault?: string;
}

function Feeds({ site, request: { query } }: { site: Site; request: SearchRequest }): ReactElement {
  const forms = [
    ['rss', 'application/rss+xml'],
    ['atom', 'application/atom+xml'],
    ['json', 'application/feed+json'],
  ] as const;
  return (
    <>
      {forms.map(([ending, type]) => (
        <link key={ending} rel="alternate" type={type} title={query} href={site.origin + addressOf(`/search.${ending}`, { q: query })} />
      ))}
    </>
  );
}

function Found({ request, view }: { request: SearchRequest; view: SearchView }): ReactElement {
  const { query, kind, asOf } = request;
  const address = (change: Partial<SearchRequest>): string => {
    const next = { ...request, after: null, ...change };
    return addressOf('/search', { q: next.query, in: next.kind?.toLowerCase(), asOf: next.asOf, after: next.after });
  };
  const all = searchKinds.reduce((sum, one) => sum + view[one].totalCount, 0);
  return (
    <>
      <nav className="choices" aria-label="Kinds">
        {[null, ...searchKinds].map(choice => (
          <a key={choice ?? 'all'} href={address({ kind: choice })} aria-current={choice === kind ? 'true' : undefined}>
            {choice ? kindNames[choice] : 'Everything'} <span className="quiet">{numberOf(choice ? view[choice].totalCount : all)}</span>
          </a>
        ))}
      </nav>
      <Facets hits={view.search.edges.map(({ node }) => node)} query={query} address={address} />
      {asOf && (
        <p className="note">
          As known on <Moment at={asOf} />. <a href={address({ asOf: null })}>Search what is known now</a>
        </p>
      )}
      {view.search.edges.length === 0 && <p className="empty">Nothing fits. Fewer words find more.</p>}
      <ol className="hits">
        {view.search.edges.map(({ node, highlight }) => (
          <li key={node.id} className={node.__typename.toLowerCase()}>
            <HitWords hit={node} highlight={highlight} />
          </li>
        ))}
      </ol>
      {view.search.pageInfo.hasNextPage && (
        <p className="pages">
          <a href={address({ after: view.search.pageInfo.endCursor })}>More</a>
        </p>
      )}
    </>
  );
}

interface FacetsProps {
  hits: readonly SearchHit[];
  query: string;
  address: (change: Partial<SearchRequest>) => string;
}

/** Countries and languages of what is shown, each a narrower search. */
function Facets({ hits, query, address }: FacetsProps): ReactElement | null {
  const countries = new Map<string, string>();
  const languages = new Map<string, string>();
  for (const hit of hits) {
    const place = hit.__typename === 'Article' ? hit.source.country : hit.__typename === 'Statement' ? hit.issuer.country : null;
    if (place) countries.set(place.code, place.name);
    if (hit.__typename === 'Article' && hit.language) languages.set(hit.language, languageName(hit.language));
  }
  const fields = [
    { field: 'country', name: 'Country', values: countries },
    { field: 'language', name: 'Language', values: languages },
  ].filter(({ field, values }) => values.size > 1 && !query.includes(`${field}:`));
  if (fields.length === 0) return null;
  return (
    <nav className="facets" aria-label="Narrow the search">
      {fields.map(({ field, name, values }) => (
        <p key={field}>
          <span className="quiet">{name}</span>
          {[...values].slice(0, 8).map(([code, words]) => (
            <a key={code} href={address({ query: `${query} ${field}:${code}` })}>
              {words}
            </a>
          ))}
        </p>
      ))}
    </nav>
  );
}

function HitWords({ hit, highlight }: { hit: SearchHit; highlight: string }): ReactElement {
  const words = <Highlight html={highlight} />;
  switch (hit.__typename) {
    case 'Story':
      return (
        <>
          <a href={storyPath(hit.slug)}>{words}</a>
          <p className="small">
            Story, last activity <Moment at={hit.lastActivityAt} precision={precisionOf(hit.lastActivityAt)} />
          </p>
        </>
      );
    case 'Article':
      return (
        <>
          <SourceLink url={hit.url}>{words}</SourceLink>
          <p className="small">
            Article, <ForeignText text={hit.source.name} />,{' '}
            <Moment at={hit.publishedAt ?? hit.firstSeenAt} precision={hit.publishedAt ? hit.precision : 'MINUTE'} />
            {hit.articleStory && <InStory story={hit.articleStory} />}
          </p>
        </>
      );
    case 'Statement':
      return (
        <>
          <a href={`${storyPath(hit.factStory.slug)}#${hit.id}`}>{words}</a>
          <p className="small">
            Statement, <ForeignText text={hit.issuer.name} />, <Moment at={hit.issuedAt} precision={hit.precision} />
            {hit.stances.length > 0 && `; ${hit.stances.map(wordOf).join(', ')}`}
            <InStory story={hit.factStory} />
          </p>
        </>
      );
    case 'Event':
      return (
        <>
          <a href={`${storyPath(hit.factStory.slug)}#${hit.id}`}>{words}</a>
          <p className="small">
            Event, {wordOf(hit.kind)}, <Moment at={hit.occurredAt} precision={hit.precision} />
            <InStory story={hit.factStory} />
          </p>
        </>
      );
  }
}

function InStory({ story }: { story: { slug: string; headline: string } }): ReactElement {
  return (
    <>
      , in <a href={storyPath(story.slug)}>{story.headline}</a>
    </>
  );
}

const examples: readonly [query: string, what: string][] = [
  ['condemn OR condolences', 'either word'],
  ['"concert hall" -trial', 'a phrase, without a word'],
  ['attack country:RU language:ru', 'of sources of a country, in a language'],
  ['stance:denial', 'statements that deny'],
  ['warning before:2024-03-22', 'before a day'],
];

function HowToAsk(): ReactElement {
  return (
    <dl className="examples">
      {examples.map(([query, what]) => (
        <div key={query}>
          <dt>
            <a href={addressOf('/search', { q: query })}>{query}</a>
          </dt>
          <dd>{what}</dd>
        </div>
      ))}
    </dl>
  );
}
