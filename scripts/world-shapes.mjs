// Draws the world for the response map, once: node scripts/world-shapes.mjs
// The outlines are those of Natural Earth (public domain) as world-atlas packs them; see docs/decisions/0025-the-map.md.
import { geoArea, geoCentroid, geoEqualEarth, geoPath } from 'd3-geo';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { feature } from 'topojson-client';
import fineAtlas from 'world-atlas/countries-10m.json' with { type: 'json' };
import coarseAtlas from 'world-atlas/countries-110m.json' with { type: 'json' };
import middleAtlas from 'world-atlas/countries-50m.json' with { type: 'json' };
import { command, root } from './project.mjs';

const target = join(root, 'src', 'web', 'chart', 'world-shapes.ts');
const width = 1000;
const height = 440;

/** Smaller than this on the drawing, in square units, a country gets a dot: nobody sees or hits it otherwise. */
const smallestArea = 14;

/** By how much an outline may be off, in units of the drawing: less than a pixel where it is shown largest. */
const tolerance = 0.5;

const countriesOf = atlas => feature(atlas, atlas.objects.countries).features;

/** Natural Earth gives the numeric code of ISO 3166-1; the aliases of Unicode turn it into letters. Places without one are land only. */
const codeOf = ({ id }) => {
  const region = id && new Intl.Locale(Intl.getCanonicalLocales(`und-${id}`)[0]).region;
  return /^[A-Z]{2}$/.test(region ?? '') ? region : null;
};

/** Leaves out points that lie almost on the line between those beside them; what three points decide is the same on both sides of a border. */
function slimmed(points) {
  return points.filter(([x, y], index) => {
    const before = points[index - 1];
    const after = points[index + 1];
    if (!before || !after) return true;
    const [dx, dy] = [after[0] - before[0], after[1] - before[1]];
    const length = Math.hypot(dx, dy);
    return length === 0 || length > 12 || Math.abs(dx * (before[1] - y) - dy * (before[0] - x)) / length > tolerance;
  });
}

/** Whole units, steps relative to the last point: half the text. */
function compact(path) {
  const rings = path.split('M').filter(Boolean);
  let text = '';
  for (const ring of rings) {
    const drawn = ring
      .replace('Z', '')
      .split('L')
      .map(point => point.split(',').map(Number));
    const points = slimmed(drawn).map(point => point.map(Math.round));
    let [x, y] = points[0];
    const steps = [];
    for (const [nextX, nextY] of points.slice(1)) {
      if (nextX === x && nextY === y) continue;
      steps.push(`${nextX - x},${nextY - y}`);
      [x, y] = [nextX, nextY];
    }
    if (steps.length > 1) text += `M${points[0].join(',')}l${steps.join(' ')}z`;
  }
  return text.replaceAll(',-', '-').replaceAll(' -', '-');
}

await command(async () => {
  const coarse = countriesOf(coarseAtlas).filter(({ id }) => id !== '010'); // without Antarctica
  const projection = geoEqualEarth().rotate([-11, 0]).fitSize([width, height], { type: 'FeatureCollection', features: coarse });
  const draw = geoPath(projection);
  const land = [];
  const shapes = {};
  const dots = {};
  for (const shape of coarse) {
    const code = codeOf(shape);
    const path = compact(draw(shape) ?? '');
    if (!code) land.push(path);
    else if (draw.area(shape) >= smallestArea) shapes[code] = (shapes[code] ?? '') + path;
  }
  for (const shape of [...countriesOf(middleAtlas), ...countriesOf(fineAtlas)].sort((one, other) => geoArea(other) - geoArea(one))) {
    const code = codeOf(shape);
    if (!code || shapes[code] || dots[code] || shape.id === '010') continue;
    const [x, y] = projection(geoCentroid(shape)).map(Math.round);
    dots[code] = [Math.min(Math.max(x, 5), width - 5), y]; // islands on both sides of the date line have their middle beyond the edge
  }
  const text = `
    /** The size of the drawing. */
    export const worldSize = ${JSON.stringify({ width, height })} as const;

    /** The outline of each country that is large enough to see, by its ISO 3166-1 code; written by scripts/world-shapes.mjs. */
    export const worldShapes: Readonly<Record<string, string>> = ${JSON.stringify(shapes)};

    /** Where the dot of each smaller one lies. */
    export const worldDots: Readonly<Record<string, readonly [x: number, y: number]>> = ${JSON.stringify(dots)};

    /** Land that has no code of ISO 3166-1. */
    export const worldLand: readonly string[] = ${JSON.stringify(land)};`;
  writeFileSync(target, await format(text, { ...(await resolveConfig(target)), parser: 'typescript' }));
});
