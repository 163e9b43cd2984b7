import type { ReactElement } from 'react';
import { ResponseMap, StanceSwatch } from '../chart/response-map';
import { type StanceGroup, stanceGroupNames, stanceGroupOf, stanceGroups } from '../chart/stance-group';
import { dayOf } from '../page/moment';
import { countOf, numberOf, wordOf } from '../page/words';
import type { StoryView } from './read-story';
import type { CountryResponse } from './story-query';

const meanings: Readonly<Record<StanceGroup, string>> = {
  condemned: 'at least one statement condemns it',
  condoled: 'condolences, solidarity or help, and no condemnation on record',
  otherwise: 'only warnings, denials, accusations, comments or the like',
  silent: 'an official channel was read, and nothing was found',
  unheard: 'no official channel was read: nothing can be said',
};

/** Who responded, and of whom nothing is known: a map, and a table that says the same. */
export function ResponseSection({ view: { story } }: { view: StoryView }): ReactElement {
  const groups = new Map<StanceGroup, CountryResponse[]>(stanceGroups.map(group => [group, []]));
  for (const response of story.responseMap) groups.get(stanceGroupOf(response))?.push(response);
  const responded = story.responseMap.filter(({ status }) => status === 'RESPONDED').length;
  const present = stanceGroups.filter(group => groups.get(group)?.length);
  const label = present.map(group => `${stanceGroupNames[group]}: ${groups.get(group)?.length ?? 0}`).join('. ');
  return (
    <section id="responses" aria-labelledby="responses-title">
      <h2 id="responses-title">Who responded</h2>
      <p className="lead">
        {numberOf(responded)} of {numberOf(story.responseMap.length)} states are on record with a statement.
      </p>
      <figure className="map">
        <ResponseMap responses={story.responseMap} label={`Map of the world. ${label}.`} />
        <ul className="legend">
          {stanceGroups.map(group => (
            <li key={group}>
              <StanceSwatch group={group} />{' '}
              <span>
                <strong>
                  {numberOf(groups.get(group)?.length ?? 0)} {stanceGroupNames[group].toLowerCase()}
                </strong>
                <span className="note">{meanings[group]}</span>
              </span>
            </li>
          ))}
        </ul>
      </figure>
      <details>
        <summary>{countOf(story.responseMap.length, 'state')} in a table</summary>
        <div className="scroll" tabIndex={0} role="region" aria-label="Responses of states in a table">
          <table>
            <thead>
              <tr>
                <th scope="col">State</th>
                <th scope="col">Response</th>
                <th scope="col">What it did</th>
                <th scope="col">First on</th>
              </tr>
            </thead>
            <tbody>
              {present.flatMap(group => (groups.get(group) ?? []).map(response => <Row key={response.country.code} response={response} />))}
            </tbody>
          </table>
        </div>
      </details>
    </section>
  );
}

function Row({ response }: { response: CountryResponse }): ReactElement {
  const { country, stances, firstAt, statementCount } = response;
  return (
    <tr>
      <th scope="row">{country.name}</th>
      <td>
        {stanceGroupNames[stanceGroupOf(response)]}
        {statementCount > 1 && <span className="quiet"> ({countOf(statementCount, 'statement')})</span>}
      </td>
      <td>{stances.map(({ stance }) => wordOf(stance)).join(', ')}</td>
      <td>{firstAt && <time dateTime={firstAt.slice(0, 10)}>{dayOf(firstAt)}</time>}</td>
    </tr>
  );
}
