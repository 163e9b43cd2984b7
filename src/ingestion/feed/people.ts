import type { FeedPerson } from './parsed-feed';

const address = /[^\s@()<>[\],;"']+@[^\s@()<>[\],;"']+\.[^\s@()<>[\],;"']+/;
const longest = 512;

/** A person as the one text in which RSS writes it: `me@example.org (Name)`, `Name <me@example.org>`, or a name alone. */
export function personOf(text: string): FeedPerson | null {
  const plain = text.slice(0, longest).replace(/\s+/g, ' ').trim();
  if (!plain) return null;
  const email = address.exec(plain.replace(/mailto:/i, ''))?.[0] ?? null;
  if (!email) return /^https?:\/\/\S+$/.test(plain) ? { name: null, email: null, url: plain } : { name: plain, email: null, url: null };
  const rest = plain.replace(/mailto:/i, '').replace(email, ' ');
  const name = rest
    .replace(/[()<>[\]"]+/g, ' ')
    .replace(/^[\s,;:|-]+|[\s,;:|-]+$/g, '')
    .replace(/\s+/g, ' ');
  return { name: name || null, email, url: null };
}

/** People without those who are named twice. */
export function distinctPeople(people: (FeedPerson | null)[]): FeedPerson[] {
  const seen = new Set<string>();
  const distinct: FeedPerson[] = [];
  for (const person of people) {
    if (!person || (!person.name && !person.email && !person.url)) continue;
    const key = (person.name ?? person.email ?? person.url ?? '').toLowerCase();
    if (seen.has(key)) continue;
    seen.add(key);
    distinct.push(person);
  }
  return distinct;
}
