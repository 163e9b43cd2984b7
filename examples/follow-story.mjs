// Follows a story as it changes, from now on or from a cursor on. When the connection breaks, it comes back with its last cursor:
// nothing is missed, nothing comes twice. Run it: node examples/follow-story.mjs crocus-city-hall-attack [cursor]
import { createClient } from 'graphql-ws';
import { setTimeout as sleep } from 'node:timers/promises';

const [slug = 'crocus-city-hall-attack', start] = process.argv.slice(2);
const server = process.env.NEWSGRAPH_URL ?? 'http://127.0.0.1:4000';
const client = createClient({ url: `${server.replace('http', 'ws')}/graphql`, retryAttempts: 0 });
const log = `query ($slug: String!, $since: String) { changes(story: $slug, since: $since, first: 100) { pageInfo { endCursor hasNextPage } } }`;
const news = `subscription ($slug: String!, $since: String) { changed(story: $slug, since: $since) { cursor node { kind node { id } } } }`;

async function* ask(query, since) {
  for await (const { data, errors } of client.iterate({ query, variables: { slug, since } })) {
    if (errors) throw errors;
    yield data;
  }
}

async function endOfLog(since) {
  for await (const { changes } of ask(log, since))
    return changes.pageInfo.hasNextPage ? endOfLog(changes.pageInfo.endCursor) : changes.pageInfo.endCursor;
}

for (let cursor = start; ; await sleep(500)) {
  try {
    cursor ??= await endOfLog();
    console.error(`Following ${slug} from ${cursor} on.`);
    for await (const { changed } of ask(news, cursor)) {
      cursor = changed.cursor;
      console.log(cursor, changed.node.kind, changed.node.node?.id);
    }
  } catch (error) {
    if (Array.isArray(error)) throw error; // refused: to try again would not help
    console.error('The connection broke; trying again.');
  }
}
