import { amountOf, type TollPoint } from './toll-series';

/** A number that is written into the drawing; `narrow` ones have room on a phone, too. */
export interface TollLabel {
  point: TollPoint;
  narrow: boolean;
  /** Of its mark: where the curve leaves room. */
  side: 'left' | 'right';
}

/** How wide the drawing is at least, in pixels, on a screen and on a phone. */
const screen = 900;
const phone = 270;

interface Box {
  left: number;
  right: number;
  y: number;
}

/** Chooses the numbers that have room beside their marks: up and to the left where the curve rises, to the right where it falls. The last comes first, then the greatest steps. */
export function tollLabels(points: readonly TollPoint[], xOf: (at: number) => number, yOf: (amount: number) => number): TollLabel[] {
  const onPath = points.filter(point => point.onPath);
  const path = onPath.length > 0 ? onPath : points.filter(({ figure }) => figure.official);
  const heightAt = (index: number, other: number): number => onPath[index]?.height ?? other;
  const falls = new Set(
    onPath.filter(({ height }, index) => height < heightAt(index - 1, 0) && heightAt(index + 1, 0) <= height), // a dip has its room on the left
  );
  const highest = points.reduce<TollPoint | undefined>((top, point) => (point.height > (top?.height ?? 0) ? point : top), undefined);
  const steps = path
    .map((point, index) => ({ point, step: Math.abs(point.height - (path[index - 1]?.height ?? 0)) }))
    .filter(({ step }) => step > 0)
    .sort((one, other) => other.step - one.step)
    .map(({ point }) => point);
  const last = path.at(-1);
  const wanted = [...new Set([last, highest, ...steps])].filter(point => point !== undefined);
  const fits = (width: number): ((point: TollPoint) => boolean) => {
    const marks = points.map(point => ({
      left: xOf(point.at) * width - 5,
      right: xOf(point.at) * width + 5,
      y: yOf(point.height) + 5,
      point,
    }));
    const taken: Box[] = [];
    return point => {
      const length = amountOf(point.figure).length * 8.2;
      const left = xOf(point.at) * width + (falls.has(point) ? 7 : -7 - length);
      const box = { left, right: left + length, y: yOf(point.height) - 8 };
      const clash = (other: Box): boolean => box.left < other.right && other.left < box.right && Math.abs(box.y - other.y) < 15;
      if (
        box.left < 0 ||
        box.right > width ||
        taken.some(clash) ||
        (point !== last && marks.some(mark => mark.point !== point && clash(mark)))
      )
        return false;
      taken.push(box);
      return true;
    };
  };
  const onScreen = wanted.filter(fits(screen));
  const onPhone = new Set(onScreen.filter(fits(phone)));
  return onScreen.map(point => ({ point, narrow: onPhone.has(point), side: falls.has(point) ? 'right' : 'left' }));
}
