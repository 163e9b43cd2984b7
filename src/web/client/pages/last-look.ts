import { type Change, sumUp, tell } from './tell';

interface Look {
  cursor: string;
  at: string;
}

const most = 100;
const question = `query StoryChanges($slug: String!, $since: String, $first: Int) {
  changes(story: $slug, since: $since, first: $first) { edges { cursor node { kind node { __typename id } } } pageInfo { hasNextPage } }
}`;

/** Says what changed since this browser last showed the story. Returns the cursor to go on from. */
export async function tellWhatChanged(slug: string): Promise<string | null> {
  const last = lastLook(slug);
  const place = await placeNow(slug);
  if (place) rememberLook(slug, place);
  if (!last || !place) return place;
  const { changes, more } = await changesSince(slug, last.cursor);
  const first = changes.find(({ kind, node }) => kind === 'FACT_ADDED' && node)?.node?.id;
  const when = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', hour: '2-digit', minute: '2-digit' }).format(
    new Date(last.at),
  );
  if (changes.length) tell(`Since you last looked, ${when}: ${more ? 'more than ' : ''}${sumUp(changes)}.`, first);
  return place;
}

/** Keeps how far a person has seen. */
export function rememberLook(slug: string, cursor: string): void {
  try {
    localStorage.setItem(keyOf(slug), JSON.stringify({ cursor, at: new Date().toISOString() } satisfies Look));
  } catch {
    // a browser that keeps nothing
  }
}

function lastLook(slug: string): Look | null {
  try {
    return JSON.parse(localStorage.getItem(keyOf(slug)) ?? 'null') as Look | null;
  } catch {
    return null;
  }
}

function keyOf(slug: string): string {
  return `newsgraph:seen:${slug}`;
}

/** The end of the log: an event stream begins with it, and an EventSource does not hand it on. */
async function placeNow(slug: string): Promise<string | null> {
  const stop = new AbortController();
  try {
    const response = await fetch(`/stories/${encodeURIComponent(slug)}/events`, { signal: stop.signal });
    const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
    const { value = '' } = await reader.read();
    return /^id: ?(.+)$/m.exec(value)?.[1] ?? null;
  } catch {
    return null;
  } finally {
    stop.abort();
  }
}

async function changesSince(slug: string, since: string): Promise<{ changes: Change[]; more: boolean }> {
  const body = JSON.stringify({ query: question, variables: { slug, since, first: most } });
  const response = await fetch('/graphql', {
    method: 'POST',
    body,
    headers: { 'content-type': 'application/json', accept: 'application/json' },
  });
  const { data } = (await response.json()) as { data?: { changes: { edges: { node: Change }[]; pageInfo: { hasNextPage: boolean } } } };
  return { changes: data?.changes.edges.map(({ node }) => node) ?? [], more: data?.changes.pageInfo.hasNextPage ?? false };
}
