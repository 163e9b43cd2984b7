import { cleanHtml, escapeText } from '../sanitise/sanitise-html';
import { isAbsolute, webUrl } from '../sanitise/safe-url';
import { htmlText, titleText } from '../sanitise/html-text';
import { oneLine, tidyText } from '../sanitise/tidy-text';
import { feedDate } from './dates';
import { joinBase } from './text-construct';
import type { FeedValue, FeedValues } from './values';

/** Reads the values of one feed or item by their tokens. */
export interface Reading {
  values: FeedValues;
  /** What is relative to nothing else is relative to this. */
  fallbackBase: string | null;
}

type Token = string | undefined | null;

/** A value as one line of plain text. */
export function lineOf({ values }: Reading, token: Token): string | null {
  const value = values.of(token);
  if (!value) return null;
  const text = value.kind === 'TEXT' ? value.text : value.kind === 'HTML' ? htmlText(value.text) : titleText(value.text);
  return oneLine(text) || null;
}

/** A value as plain text of several lines. */
export function textOf({ values }: Reading, token: Token): string | null {
  const value = values.of(token);
  if (!value) return null;
  return (value.kind === 'TEXT' ? tidyText(value.text) : htmlText(value.text)) || null;
}

/** A value as HTML that is safe to serve, and as plain text. */
export function bothOf(reading: Reading, token: Token): { html: string | null; text: string | null } {
  const value = reading.values.of(token);
  if (!value) return { html: null, text: null };
  const { html, text } =
    value.kind === 'TEXT' ? { html: escapeText(value.text), text: tidyText(value.text) } : cleanHtml(value.text, baseOf(reading, value));
  return { html: html || null, text: text || null };
}

/** A value as an absolute web address. One that is relative to nothing known is kept as it is; other schemes are null. */
export function urlOf(reading: Reading, token: Token): string | null {
  const value = reading.values.of(token);
  const text = value?.text.trim();
  if (!value || !text) return null;
  const base = baseOf(reading, value);
  return base || isAbsolute(text) ? webUrl(text, base) : text;
}

/** An identifier: an address is made absolute, and otherwise not touched. */
export function idOf(reading: Reading, token: Token): string | null {
  const value = reading.values.of(token);
  const text = value?.text.trim();
  if (!value || !text) return null;
  const base = baseOf(reading, value);
  return !isAbsolute(text) && base && text.includes('/') && !/\s/.test(text) ? (joinBase(base, text) ?? text) : text;
}

/** A value as an instant. */
export function dateOf({ values }: Reading, token: Token): string | null {
  const value = values.of(token);
  return value ? feedDate(value.text) : null;
}

/** The first date that is legible. */
export function firstDate(reading: Reading, tokens: Token[]): string | null {
  for (const token of tokens) {
    const date = token ? dateOf(reading, token) : null;
    if (date) return date;
  }
  return null;
}

/** The language in which a value stands. */
export function languageOf({ values }: Reading, token: Token): string | null {
  return values.of(token)?.language ?? null;
}

function baseOf({ fallbackBase }: Reading, value: FeedValue): string | null {
  return value.base ?? fallbackBase;
}
