import { listSql, pageSql } from './lists';
import { responseMapSql } from './response-map';
import { searchSql } from './search';
import { storySql } from './story';
import { timelineSql } from './timeline';

/** The tags with which the API's cursors of each list begin. */
export type Tags = Partial<Record<string, string>>;

/** How the limit answers one operation. */
export interface LimitOperation {
  /** The field of the answer. */
  field: string;
  name: string;
  text: string;
  values: (variables: Record<string, unknown>) => unknown[];
}

/** What is asked, by the operation's name and its variables; `StoryInOneRequest` with a moment is a statement of its own. */
export function limitOperation(tags: Tags): (name: string, variables: Record<string, unknown>) => LimitOperation | undefined {
  const operations: Record<string, LimitOperation> = {
    StoryInOneRequest: { field: 'story', name: 'story', text: storySql(false), values: ({ slug }) => [slug] },
    StoryAsOf: { field: 'story', name: 'story_as_of', text: storySql(true), values: ({ slug, asOf }) => [slug, asOf] },
    StoryList: { field: 'stories', name: 'list', text: listSql(tags['StoryList'] ?? ''), values: ({ first = 20 }) => [first] },
    StoryTimeline: {
      field: 'story',
      name: 'timeline',
      text: timelineSql(tags['StoryTimeline'] ?? ''),
      values: ({ slug, first = 50 }) => [slug, first],
    },
    ArticlePage: {
      field: 'articles',
      name: 'page',
      text: pageSql(tags['ArticlePage'] ?? ''),
      values({ first = 20, after }) {
        const [, milliseconds, id] = String(after).split('~');
        return [first, new Date(Number(milliseconds)), id];
      },
    },
    Search: { field: 'search', name: 'search', text: searchSql(tags['Search'] ?? ''), values: ({ query, first = 20 }) => [query, first] },
    ResponseMap: { field: 'story', name: 'map', text: responseMapSql, values: ({ slug }) => [slug] },
  };
  return (name, variables) => operations[name === 'StoryInOneRequest' && variables['asOf'] ? 'StoryAsOf' : name];
}
