import type { ReactElement } from 'react';

/** The search box, which needs no script. */
export function SearchForm({ asked }: { asked?: string }): ReactElement {
  return (
    <form className="search" role="search" action="/search">
      <label htmlFor="q" className="unseen">
        Search stories, articles, statements and events
      </label>
      <input id="q" name="q" type="search" defaultValue={asked} placeholder="Search" autoComplete="off" maxLength={500} />
      <button type="submit">Search</button>
    </form>
  );
}
