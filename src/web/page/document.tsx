import type { ReactElement, ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { SearchForm } from './search-form';
import type { Site } from './site';

interface DocumentProps {
  site: Site;
  title: string;
  description: string;
  /** Of the page, with what it was asked; without it nothing is to be indexed. */
  path?: string;
  /** More for the head: alternates, for instance. */
  head?: ReactNode;
  /** The kind of thing, by the Open Graph protocol. */
  kind?: 'article' | 'website';
  /** What stays when the content is replaced. */
  below?: ReactNode;
  /** What stands in the search box. */
  asked?: string;
  children: ReactNode;
}

/** A whole page: head, way through, content. */
export function Document({ site, title, description, path, head, kind = 'website', below, asked, children }: DocumentProps): ReactElement {
  return (
    <html lang="en">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{title}</title>
        <meta name="description" content={description} />
        {path === undefined ? <meta name="robots" content="noindex" /> : <link rel="canonical" href={site.origin + path} />}
        <meta property="og:title" content={title} />
        <meta property="og:description" content={description} />
        <meta property="og:type" content={kind} />
        <meta property="og:site_name" content="Newsgraph" />
        {path !== undefined && <meta property="og:url" content={site.origin + path} />}
        <meta name="twitter:card" content="summary" />
        <meta name="twitter:title" content={title} />
        <meta name="twitter:description" content={description} />
        {head}
        {site.icon && <link rel="icon" type="image/svg+xml" href={site.icon} />}
        {site.stylesheet && <link rel="stylesheet" href={site.stylesheet} />}
        {site.script && <script type="module" src={site.script} />}
      </head>
      <body>
        <a className="skip" href="#content">
          Skip to the content
        </a>
        {below && (
          <a className="skip" href="#time">
            Skip to the time control
          </a>
        )}
        <header className="masthead">
          <a className="brand" href="/">
            Newsgraph
          </a>
          <SearchForm asked={asked} />
        </header>
        <main id="content" tabIndex={-1}>
          {children}
        </main>
        {below}
        <footer className="colophon">
          <p>Every fact here carries its sources and the time when it became public. Times are in UTC.</p>
          <nav aria-label="More">
            <a href="/">Stories</a> <a href="/search">Search</a> <a href="/graphql">Playground</a>
          </nav>
        </footer>
      </body>
    </html>
  );
}

/** The text of a page. */
export function renderPage(page: ReactElement): string {
  return `<!doctype html>${renderToStaticMarkup(page)}`;
}
