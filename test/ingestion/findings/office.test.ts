import { expect, it } from '@jest/globals';
import { officeOf, type Said } from '../../../src/ingestion/findings/office';

const said = (fields: Partial<Said>): Said => ({
  speaker: 'Ann Lee',
  person: true,
  role: null,
  organisation: null,
  country: null,
  ...fields,
});

it('takes whoever speaks by an office, with tidy names', () => {
  expect(officeOf(said({ role: 'said Orange County sheriff' }))).toMatchObject({ role: 'Orange County sheriff' });
  expect(officeOf(said({ speaker: 'Chicago Fire Department.', person: false }))).toMatchObject({ speaker: 'Chicago Fire Department' });
  expect(officeOf(said({ organisation: 'Fair Oaks Fire Department' }))).not.toBeNull();
});

it('leaves out who told something to a body, who speaks for a client, and what is no name', () => {
  expect(officeOf(said({ organisation: 'police' }))).toBeNull();
  expect(officeOf(said({ role: 'attorney' }))).toBeNull();
  expect(officeOf(said({ role: "Cole's attorney" }))).toBeNull();
  expect(officeOf(said({ role: "state's attorney" }))).not.toBeNull();
  expect(officeOf(said({ role: 'district attorney' }))).not.toBeNull();
  expect(officeOf(said({ speaker: 'Sunday. Witnesses', person: false }))).toBeNull();
});
