const SLUG = 'crocus-city-hall-attack';

/** The order of the tabs, and the variables that make each answer from the bundled story; what writes comes last. */
const VARIABLES: Record<string, object> = {
  StoryInOneRequest: { slug: SLUG, asOf: null },
  StoryTimeline: { slug: SLUG, asOf: null },
  StoryFeed: { slug: SLUG, asOf: null },
  ResponseMap: { slug: SLUG, asOf: null },
  ContestedClaims: { slug: SLUG },
  StoryList: {},
  Search: { query: 'condemn OR condolences', first: 10 },
  SearchFeed: { query: 'condemn OR condolences', first: 10 },
  ArticlePage: { first: 20 },
  StoryChanges: { slug: SLUG },
  Ingest: {},
  Feeds: { input: { url: 'https://news.example/rss.xml' } },
  EditStory: {},
};

const files = import.meta.glob<string>('../../../schema/operations/*.graphql', { query: '?raw', import: 'default', eager: true });
const texts = new Map(Object.entries(files).map(([path, text]) => [path.replace(/^.*\/|\.graphql$/g, ''), text]));
const names = [...Object.keys(VARIABLES), ...texts.keys()];

/** What a tab's header editor holds at first: a comment, so nothing is sent until a key is put in. */
export const HEADERS = `{
  // Reading needs no key. Writing does:
  // make one with "newsgraph key create".
  // "Authorization": "Bearer <key>"
}`;

/** One tab for every public operation, read from the same files that the server answers to. */
export const readyTabs = [...new Set(names)].map(name => ({
  query: texts.get(name) ?? `# schema/operations/${name}.graphql is missing`,
  variables: JSON.stringify(VARIABLES[name] ?? {}, null, 2),
  headers: HEADERS,
}));
