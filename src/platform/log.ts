import pino, { type Logger } from 'pino';

/** The log, as everything that writes to it sees it. */
export type Log = Logger;

/** The levels that `LOG_LEVEL` may name, from the most talkative to none. */
export const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;

/** One of the levels that `LOG_LEVEL` may name. */
export type LogLevel = (typeof logLevels)[number];

/**
 * Makes the log: lines of JSON for machines, plain lines on a terminal. It goes to standard error, so that standard output holds
 * only what a command was asked for.
 */
export function createLog(level: LogLevel, readByPerson = process.stderr.isTTY === true): Log {
  return pino({ level, base: undefined }, readByPerson ? { write: line => process.stderr.write(plainLine(line)) } : pino.destination(2));
}

/** Turns a line of JSON into one for a person: time, level, message, what else it carries, and below it the stack of an error. */
export function plainLine(json: string): string {
  const { level, time, msg = '', err, ...rest } = JSON.parse(json) as LogLine;
  const name = pino.levels.labels[level] ?? String(level);
  const details = Object.entries(rest).map(([key, value]) => ` ${key}=${typeof value === 'string' ? value : JSON.stringify(value)}`);
  const stack = err ? `\n${err.stack ?? err.message ?? ''}` : '';
  return `${new Date(time).toISOString().slice(11, 19)} ${name === 'info' ? '' : `${name}: `}${msg}${details.join('')}${stack}\n`;
}

interface LogLine {
  level: number;
  time: number;
  msg?: string;
  err?: { message?: string; stack?: string };
  [detail: string]: unknown;
}
