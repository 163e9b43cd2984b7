import { expect, it } from '@jest/globals';
import { statSync } from 'node:fs';
import { worldDots, worldShapes } from '../../src/web/chart/world-shapes';
import { useApi } from '../support/api';
import { useDatabase } from '../support/database';

const here = useDatabase();
const api = useApi(here);

it('draws every member and observer of the United Nations, and takes its name from the table of countries', async () => {
  const { data } = await api.ask('{ countries { code unStatus } }');
  const drawn = new Set([...Object.keys(worldShapes), ...Object.keys(worldDots)]);
  const states = (data.countries as { code: string; unStatus: string | null }[]).filter(({ unStatus }) => unStatus);
  expect(states).toHaveLength(195);
  expect(states.filter(({ code }) => !drawn.has(code))).toEqual([]);
  expect(statSync('src/web/chart/world-shapes.ts').size).toBeLessThan(60_000);
});
