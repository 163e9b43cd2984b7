import { AlreadyRunning } from '../../platform/embedded/data-folder';
import { ConfigError } from '../../platform/config';
import { Refusal } from '../../platform/errors';
import { CommandError } from './command-error';

/** How a command that failed ends: what a person is told, and the exit code. */
export interface Failure {
  message: string;
  exitCode: number;
}

/** Says what went wrong so that a person can act on it; the stack of an unexpected error only where it is asked for. */
export function failureOf(error: unknown, showStack: boolean): Failure {
  if (error instanceof CommandError) return { message: error.message, exitCode: error.exitCode };
  if (error instanceof ConfigError) return { message: error.message, exitCode: 2 };
  if (error instanceof AlreadyRunning || error instanceof Refusal) return { message: error.message, exitCode: 1 };
  const known = connectionFault(error);
  if (showStack) return { message: `${known ? `${known}\n` : ''}${stackOf(error)}`, exitCode: 1 };
  return { message: known ?? `${messageOf(error)}\nLOG_LEVEL=debug shows where this comes from.`, exitCode: 1 };
}

interface SystemError extends Error {
  code?: string;
  address?: string;
  port?: number;
  hostname?: string;
}

const check = 'Check DATABASE_URL, or leave it out to use the database of our own.';

function connectionFault(error: unknown): string | null {
  const { code, address, port, hostname, message } = (error instanceof AggregateError ? error.errors[0] : error) as SystemError;
  if (code === 'ECONNREFUSED') return `No PostgreSQL answers at ${address}:${port}. ${check}`;
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return `The database host "${hostname}" is not known. ${check}`;
  if (code === '28P01' || code === '28000' || code === '3D000') return `PostgreSQL lets us not in: ${message}. ${check}`;
  return null;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message || error.name : String(error);
}

function stackOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
