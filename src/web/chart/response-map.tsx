import type { ReactElement } from 'react';
import type { CountryResponse } from '../story/story-query';
import { type StanceGroup, stanceGroupNames, stanceGroupOf } from './stance-group';
import { worldDots, worldLand, worldShapes, worldSize } from './world-shapes';

/** The world, each country in the colour and pattern of what it said. The names are those of the API; the drawing has none. */
export function ResponseMap({ responses, label }: { responses: readonly CountryResponse[]; label: string }): ReactElement {
  const known = new Map(responses.map(response => [response.country.code, response]));
  const shapes = Object.entries(worldShapes);
  return (
    <svg className="world" viewBox={`0 0 ${worldSize.width} ${worldSize.height}`} role="img" aria-label={label}>
      <StancePatterns />
      <path className="land" d={worldLand.join('')} />
      <path className="land" d={shapes.flatMap(([code, path]) => (known.has(code) ? [] : [path])).join('')} />
      {shapes.map(([code, path]) => {
        const response = known.get(code);
        return response && <Country key={code} response={response} path={path} />;
      })}
      {Object.entries(worldDots).map(([code, [x, y]]) => {
        const response = known.get(code);
        return response && <Dot key={code} response={response} x={x} y={y} />;
      })}
    </svg>
  );
}

function Country({ response, path }: { response: CountryResponse; path: string }): ReactElement {
  const group = stanceGroupOf(response);
  return (
    <path className={group} fill={fillOf(group)} d={path}>
      <title>{`${response.country.name}: ${stanceGroupNames[group].toLowerCase()}`}</title>
    </path>
  );
}

function Dot({ response, x, y }: { response: CountryResponse; x: number; y: number }): ReactElement {
  const group = stanceGroupOf(response);
  return (
    <circle className={group} fill={fillOf(group)} cx={x} cy={y} r="3">
      <title>{`${response.country.name}: ${stanceGroupNames[group].toLowerCase()}`}</title>
    </circle>
  );
}

/** What paints a group. */
function fillOf(group: StanceGroup): string {
  return `url(#stance-${group})`;
}

/** The patterns, so that the groups can be told apart without colour. */
function StancePatterns(): ReactElement {
  return (
    <defs>
      <pattern id="stance-condemned" width="8" height="8" patternUnits="userSpaceOnUse">
        <rect className="ground" width="8" height="8" />
      </pattern>
      <pattern id="stance-condoled" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect className="ground" width="5" height="5" />
        <rect className="figure" width="2.4" height="5" />
      </pattern>
      <pattern id="stance-otherwise" width="5" height="5" patternUnits="userSpaceOnUse">
        <rect className="ground" width="5" height="5" />
        <circle className="figure" cx="2.5" cy="2.5" r="1.3" />
      </pattern>
      <pattern id="stance-silent" width="4" height="4" patternUnits="userSpaceOnUse">
        <rect className="ground" width="4" height="4" />
        <rect className="figure" width="4" height="1.2" />
      </pattern>
      <pattern id="stance-unheard" width="8" height="8" patternUnits="userSpaceOnUse">
        <rect className="ground" width="8" height="8" />
      </pattern>
    </defs>
  );
}

/** The legend's sample of a group. */
export function StanceSwatch({ group }: { group: StanceGroup }): ReactElement {
  return (
    <svg className="swatch world" width="22" height="14" aria-hidden="true">
      <rect className={group} fill={fillOf(group)} x="0.5" y="0.5" width="21" height="13" rx="2" />
    </svg>
  );
}
