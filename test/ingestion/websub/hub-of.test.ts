import { expect, it } from '@jest/globals';
import { hubOf } from '../../../src/ingestion/websub/hub-of';

const url = 'https://feeds.example/news.xml';
const none = { hubs: [], selfLink: null };

it.each([
  [
    'in the document',
    undefined,
    { hubs: ['https://hub.example/'], selfLink: 'https://feeds.example/self' },
    'https://hub.example/',
    'https://feeds.example/self',
  ],
  [
    'in a header',
    '<https://hub.example/>; rel="hub", <https://feeds.example/self>; rel=self',
    none,
    'https://hub.example/',
    'https://feeds.example/self',
  ],
  [
    'in a header before the document',
    '</hub>; rel="hub"',
    { hubs: ['https://other.example/'], selfLink: null },
    'https://feeds.example/hub',
    url,
  ],
  ['with a comma in its address', '<https://hub.example/a,b>; rel="x hub"; title="a, b"', none, 'https://hub.example/a,b', url],
  ['nowhere', '<https://feeds.example/style.css>; rel="stylesheet"', none, null, null],
  ['as no web address', '<javascript:alert(1)>; rel="hub"', none, null, null],
])('finds the hub of a feed %s', (_, header, head, hubUrl, topic) => {
  expect(hubOf(header, head, url)).toEqual({ hubUrl, topic });
});
