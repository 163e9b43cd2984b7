import type { ReactElement, ReactNode } from 'react';

/** Only addresses of the web become links: nothing that a feed says can run in the page. */
export function webAddress(url: string): URL | null {
  try {
    const address = new URL(url);
    return address.protocol === 'http:' || address.protocol === 'https:' ? address : null;
  } catch {
    return null;
  }
}

/** A link to a page elsewhere, or its words alone where the address is none of the web. */
export function SourceLink({ url, children }: { url: string; children?: ReactNode }): ReactElement {
  const address = webAddress(url);
  if (!address) return <span>{children ?? url}</span>;
  return <a href={address.href}>{children ?? hostOf(address)}</a>;
}

/** What people call a site. */
function hostOf({ hostname }: URL): string {
  return hostname.replace(/^(www|m|amp)\./, '');
}

/** The documents that carry a fact, each by its site. */
export function Citations({ citations }: { citations: readonly { url: string }[] }): ReactElement | null {
  if (citations.length === 0) return null;
  return (
    <ul className="sources" aria-label="Sources">
      {citations.map(({ url }) => (
        <li key={url}>
          <SourceLink url={url} />
        </li>
      ))}
    </ul>
  );
}
