import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import type { FeedEntry } from './feed';

/** An entry as HTML, for those forms that are read as such: its text stays text, whatever it holds. */
export function entryHtml(entry: FeedEntry): string {
  return renderToStaticMarkup(<EntryText {...entry} />);
}

function EntryText({ paragraphs, sources }: FeedEntry): ReactElement {
  return (
    <>
      {paragraphs.map((paragraph, place) => (
        <p key={place}>{paragraph}</p>
      ))}
      {sources.length > 0 && <p>Sources:</p>}
      {sources.length > 0 && (
        <ul>
          {sources.map(({ url, title }) => (
            <li key={url}>
              <a href={url}>{title}</a>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
