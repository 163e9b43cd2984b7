import { expect, it } from '@jest/globals';
import { serverAudits } from 'graphql-http';
import { useSmallApi } from './api-of-two-fields';

const here = useSmallApi();

it('passes every check of the audit for GraphQL over HTTP', async () => {
  const results = await Promise.all(serverAudits({ url: () => `${here.url}/graphql` }).map(audit => audit.fn()));
  expect(results.length).toBeGreaterThan(50);
  expect(results.filter(({ status }) => status !== 'ok')).toEqual([]);
});
