import { resolve } from 'node:path';
import { isAllowEntry } from './egress/allow-list';
import { logLevels, type LogLevel } from './log';

/** What the environment may set, read and checked. */
export interface Config {
  host: string;
  /** 0 lets the system choose. */
  port: number;
  /** Null: the embedded server. */
  databaseUrl: string | null;
  databaseReplicaUrls: string[];
  redisUrl: string | null;
  /** Absolute. */
  dataFolder: string;
  /** Whether the bundled story is loaded at start. */
  sample: boolean;
  logLevel: LogLevel;
  poolSize: number;
  /** Room for answers that are kept in memory, in MiB; 0 keeps none. */
  answerCache: number;
  /** Requests a minute from one address; ten times as many with a key; 0 for no limit. */
  rateLimit: number;
  /** How many proxies stand before this server, whose word on the client's address counts. */
  trustedProxies: number;
  /** Addresses that may be fetched though they are not public. */
  egressAllow: string[];
  /** For operators of servers that we read; null: none is given. */
  userAgentContact: string | null;
  /** Where hubs of feeds reach us, without a slash at its end; null: no hub is asked. */
  publicUrl: string | null;
  /** How many feeds one worker polls at once. */
  pollConcurrency: number;
  /** After so many seconds the feeds of a worker that died go to another. */
  pollLeaseSeconds: number;
}

/** Everything that is wrong with the settings, in one message, so that they can be mended in one go. */
export class ConfigError extends Error {
  constructor(readonly faults: string[]) {
    super(
      `${faults.length === 1 ? 'A setting is' : `${faults.length} settings are`} wrong:\n${faults.map(fault => `  ${fault}`).join('\n')}`,
    );
    this.name = 'ConfigError';
  }
}

/**
 * Reads the settings from the environment. An empty variable counts as absent.
 *
 * @throws ConfigError  that names every faulty variable, its value, and what would be right
 */
export function readConfig(env: NodeJS.ProcessEnv = process.env): Config {
  const faults: string[] = [];

  function read<T>(name: string, standard: T, parse: (text: string) => T | undefined, right: string): T {
    const text = env[name]?.trim();
    if (!text) return standard;
    const value = parse(text);
    if (value !== undefined) return value;
    faults.push(`${name} is "${withoutPassword(text)}"; it must be ${right}.`);
    return standard;
  }

  const postgres = urlOf('postgres:', 'postgresql:');
  const config: Config = {
    host: read('HOST', '127.0.0.1', hostName, 'a host name or an IP address, such as 127.0.0.1, ::1 or 0.0.0.0'),
    port: read('PORT', 4000, wholeNumber(0, 65_535), 'a whole number from 0 to 65535 (0: any free port)'),
    databaseUrl: read('DATABASE_URL', null, postgres, 'a URL such as postgres://user:password@host:5432/database'),
    databaseReplicaUrls: read(
      'DATABASE_REPLICA_URLS',
      [],
      listOf(postgres),
      'URLs such as postgres://user:password@host:5432/database, with commas between',
    ),
    redisUrl: read('REDIS_URL', null, urlOf('redis:', 'rediss:'), 'a URL such as redis://host:6379'),
    dataFolder: resolve(read('NEWSGRAPH_DATA', '.newsgraph', text => text, 'a path')),
    sample: read('NEWSGRAPH_SAMPLE', true, onOrOff, 'on or off'),
    logLevel: read('LOG_LEVEL', 'info', oneOf(logLevels), `one of ${logLevels.join(', ')}`),
    poolSize: read('POOL_SIZE', 10, wholeNumber(1, 1_000), 'a whole number from 1 to 1000'),
    answerCache: read('ANSWER_CACHE', 32, wholeNumber(0, 65_536), 'a whole number of MiB from 0 to 65536 (0: no answer is kept)'),
    rateLimit: read(
      'RATE_LIMIT',
      600,
      wholeNumber(0, 1_000_000),
      'a whole number from 0 to 1000000 (requests a minute from one address; 0: no limit)',
    ),
    trustedProxies: read(
      'TRUSTED_PROXIES',
      0,
      wholeNumber(0, 10),
      'a whole number from 0 to 10 (how many proxies stand before the server)',
    ),
    egressAllow: read(
      'EGRESS_ALLOW',
      [],
      listOf(text => (isAllowEntry(text) ? text : undefined)),
      'ranges such as 10.1.0.0/16 and hosts with a port such as 127.0.0.1:8080, with commas between',
    ),
    userAgentContact: read('USER_AGENT_CONTACT', null, contact, 'an http or https URL or an e-mail address'),
    publicUrl: read('PUBLIC_URL', null, baseUrl, 'an http or https URL without a query, such as https://news.example.org'),
    pollConcurrency: read('POLL_CONCURRENCY', 16, wholeNumber(1, 500), 'a whole number from 1 to 500 (feeds polled at once)'),
    pollLeaseSeconds: read('POLL_LEASE', 60, wholeNumber(1, 3_600), 'a whole number of seconds from 1 to 3600'),
  };
  if (faults.length) throw new ConfigError(faults);
  return config;
}

function hostName(text: string): string | undefined {
  return /^[\w.:%-]+$/.test(text) ? text : undefined;
}

function wholeNumber(least: number, most: number) {
  return (text: string): number | undefined =>
    /^\d+$/.test(text) && Number(text) >= least && Number(text) <= most ? Number(text) : undefined;
}

function urlOf(...protocols: string[]) {
  return (text: string): string | undefined => (URL.canParse(text) && protocols.includes(new URL(text).protocol) ? text : undefined);
}

function baseUrl(text: string): string | undefined {
  const url = urlOf('http:', 'https:')(text);
  return url && !/[?#]/.test(url) ? url.replace(/\/+$/, '') : undefined;
}

function contact(text: string): string | undefined {
  return /^(?:https?:\/\/[\w.-]+|[\w.+-]+@[\w-]+\.)[\w.~:/?#@%&=+-]*$/.test(text) ? text : undefined;
}

function listOf<T>(parse: (text: string) => T | undefined) {
  return (text: string): T[] | undefined => {
    const values = text
      .split(',')
      .filter(part => part.trim())
      .map(part => parse(part.trim()));
    return values.includes(undefined) ? undefined : (values as T[]);
  };
}

function onOrOff(text: string): boolean | undefined {
  return { on: true, off: false }[text.toLowerCase()];
}

function oneOf<T extends string>(words: readonly T[]) {
  return (text: string): T | undefined => words.find(word => word === text.toLowerCase());
}

function withoutPassword(text: string): string {
  return text.replace(/(:\/\/[^:@/\s]*):[^@\s]*@/g, '$1:***@');
}
