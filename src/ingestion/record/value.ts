import { canonicalUrl, PageUrlError } from '../../article/canonical-url';
import { shown } from '../../platform/errors';
import { type Moment, MomentError, parseMoment, Precision } from '../../platform/moment';
import { type Reader, unfit } from './shape';

/** Text that says something, as it was given, up to a number of characters. */
export function text(most: number): Reader<string> {
  return value => {
    if (typeof value !== 'string') throw unfit(`${shown(value)} is not text.`);
    if (!value.trim()) throw unfit(`${shown(value)} is empty: leave the field out where there is nothing to say.`);
    if (value.length > most) throw unfit(`The text has ${value.length} characters, and at most ${most} are taken.`);
    if (value.includes('\0') || loneSurrogate.test(value)) throw unfit(`${shown(value)} holds a character that is no Unicode text.`);
    return value;
  };
}

/** A readable name in addresses. */
export const slug: Reader<string> = (value, place) => {
  const read = text(200)(value, place);
  if (!/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(read) || uuid.test(read)) {
    throw unfit(
      `${shown(read)} is not a slug: write small letters, digits and single hyphens between them, as in crocus-city-hall-attack.`,
    );
  }
  return read;
};

/** The canonical address of a page. */
export const pageUrl: Reader<string> = (value, place) => {
  const read = text(4000)(value, place);
  try {
    return canonicalUrl(read);
  } catch (error) {
    if (error instanceof PageUrlError) throw unfit(error.message);
    throw error;
  }
};

/** An address that is kept as it was given. */
export const address: Reader<string> = (value, place) => {
  pageUrl(value, place);
  return value as string;
};

/** A code of ISO 3166-1; whether there is such a country is asked of the database. */
export const countryCode: Reader<string> = value => {
  if (typeof value === 'string' && /^[A-Z]{2}$/.test(value)) return value;
  throw unfit(`${shown(value)} is not a country code: write the two capitals of ISO 3166-1, such as RU.`);
};

/** A language tag (BCP 47), as it was given. */
export const language: Reader<string> = value => {
  try {
    if (typeof value === 'string' && Intl.getCanonicalLocales(value).length === 1) return value;
  } catch {
    // not a tag
  }
  throw unfit(`${shown(value)} is not a language tag: write BCP 47, such as en or zh-Hant.`);
};

/** One of the values of an enum. */
export function choice<E extends Record<string, string>>(values: E): Reader<E[keyof E]> {
  const known = new Set(Object.values(values));
  return value => {
    if (typeof value === 'string' && known.has(value)) return value as E[keyof E];
    throw unfit(`${shown(value)} is none of ${[...known].join(', ')}.`);
  };
}

/** A time with the precision that the field named beside it gives, else the one that its form shows. */
export function moment(precisionField?: string): Reader<Moment> {
  return (value, { beside }) => {
    if (typeof value !== 'string') throw unfit(`${shown(value)} is not a time: give text such as "2024-03-22" or "2024-03-22T17:15:00Z".`);
    const precision = precisionField === undefined ? undefined : beside[precisionField];
    try {
      return parseMoment(value, isPrecision(precision) ? precision : undefined);
    } catch (error) {
      if (error instanceof MomentError) throw unfit(error.message);
      throw error;
    }
  };
}

/** A whole number within bounds. */
export function integer(least: number, most = 2_147_483_647): Reader<number> {
  return value => {
    if (typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most) return value;
    throw unfit(`${shown(value)} is not a whole number from ${least} to ${most}.`);
  };
}

/** Degrees of latitude or longitude. */
export function degrees(most: number): Reader<number> {
  return value => {
    if (typeof value === 'number' && Math.abs(value) <= most) return value;
    throw unfit(`${shown(value)} is not a number of degrees from -${most} to ${most}.`);
  };
}

/** Yes or no. */
export const flag: Reader<boolean> = value => {
  if (typeof value === 'boolean') return value;
  throw unfit(`${shown(value)} is neither true nor false.`);
};

const loneSurrogate = /\p{Surrogate}/u;
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

function isPrecision(value: unknown): value is Precision {
  return typeof value === 'string' && Object.hasOwn(Precision, value);
}
