import type { AtomFeed } from 'feedsmith';
import { personOf } from './people';
import type { FeedPerson } from './parsed-feed';
import { lineOf, type Reading, urlOf } from './reading';

type Link = AtomFeed.Link<string>;

/** Atom links of one relation. */
export function linksOf(links: Link[] | undefined, rel: string): Link[] {
  return (links ?? []).filter(link => relOf(link) === rel && link.href);
}

/** The link to the page itself: HTML before other types. */
export function alternateLink(links: Link[] | undefined): Link | undefined {
  const alternates = linksOf(links, 'alternate');
  return alternates.find(({ type }) => !type || /html/i.test(type)) ?? alternates[0];
}

/** Relations may be written as addresses of the registry. */
function relOf({ rel }: Link): string {
  return (rel ?? 'alternate').toLowerCase().replace(/^https?:\/\/www\.iana\.org\/assignments\/relation\//, '');
}

/** People as Atom writes them. */
export function atomPeople(reading: Reading, people: AtomFeed.Person[] | undefined): (FeedPerson | null)[] {
  return (people ?? []).map(({ name, email, uri }) => {
    const said = personOf(lineOf(reading, name) ?? '');
    const person = {
      name: said?.name ?? said?.url ?? null,
      email: lineOf(reading, email) ?? said?.email ?? null,
      url: urlOf(reading, uri),
    };
    return person.name || person.email ? person : null;
  });
}

/** People of whom a line of text is all there is. */
export function namedPeople(reading: Reading, tokens: (string | undefined)[]): (FeedPerson | null)[] {
  return tokens.map(token => (token ? personOf(lineOf(reading, token) ?? '') : null));
}

/** The name that a category has for people, and the one that it has for machines where that is another word. */
export function atomCategory(reading: Reading, { term, label }: AtomFeed.Category): string[] {
  const names = [lineOf(reading, label), lineOf(reading, term)].filter(name => name !== null);
  return names[0]?.toLowerCase() === names[1]?.toLowerCase() ? names.slice(1) : names;
}
