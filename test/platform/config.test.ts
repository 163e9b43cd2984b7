import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { ConfigError, readConfig } from '../../src/platform/config';

describe('the settings', () => {
  it('have sound defaults, and an empty variable counts as absent', () => {
    const defaults = {
      host: '127.0.0.1',
      port: 4000,
      databaseUrl: null,
      databaseReplicaUrls: [],
      redisUrl: null,
      dataFolder: resolve('.newsgraph'),
      sample: true,
      logLevel: 'info',
      poolSize: 10,
      rateLimit: 600,
      answerCache: 32,
      trustedProxies: 0,
      egressAllow: [],
      userAgentContact: null,
      pollConcurrency: 16,
      pollLeaseSeconds: 60,
      publicUrl: null,
    };
    expect(readConfig({})).toEqual(defaults);
    expect(readConfig({ HOST: '', PORT: ' ', DATABASE_URL: '' })).toEqual(defaults);
  });

  it('are read from the environment', () => {
    expect(
      readConfig({
        HOST: '::1',
        PORT: '0',
        DATABASE_URL: 'postgresql://me@db/news?sslmode=require',
        DATABASE_REPLICA_URLS: 'postgres://a/news, postgres://b/news,',
        REDIS_URL: 'rediss://cache:6380',
        NEWSGRAPH_DATA: '/srv/news',
        NEWSGRAPH_SAMPLE: 'OFF',
        LOG_LEVEL: 'debug',
        POOL_SIZE: '40',
        RATE_LIMIT: '0',
        ANSWER_CACHE: '64',
        TRUSTED_PROXIES: '2',
        EGRESS_ALLOW: '10.1.0.0/16, 127.0.0.1:8080',
        USER_AGENT_CONTACT: 'news@example.org',
        POLL_CONCURRENCY: '40',
        POLL_LEASE: '120',
        PUBLIC_URL: 'https://news.example.org/',
      }),
    ).toEqual({
      host: '::1',
      port: 0,
      databaseUrl: 'postgresql://me@db/news?sslmode=require',
      databaseReplicaUrls: ['postgres://a/news', 'postgres://b/news'],
      redisUrl: 'rediss://cache:6380',
      dataFolder: '/srv/news',
      sample: false,
      logLevel: 'debug',
      poolSize: 40,
      rateLimit: 0,
      answerCache: 64,
      trustedProxies: 2,
      egressAllow: ['10.1.0.0/16', '127.0.0.1:8080'],
      userAgentContact: 'news@example.org',
      pollConcurrency: 40,
      pollLeaseSeconds: 120,
      publicUrl: 'https://news.example.org',
    });
  });

  it('report every fault at once, each with the value and what would be right, and no password', () => {
    const faulty = {
      HOST: 'my host',
      PORT: '70000',
      DATABASE_URL: 'mysql://me:secret@db/news',
      DATABASE_REPLICA_URLS: 'postgres://a/news,nonsense',
      REDIS_URL: 'localhost',
      NEWSGRAPH_SAMPLE: 'maybe',
      LOG_LEVEL: 'loud',
      POOL_SIZE: '-1',
    };
    const error = faultOf(() => readConfig(faulty));
    expect(error.faults).toEqual([
      'HOST is "my host"; it must be a host name or an IP address, such as 127.0.0.1, ::1 or 0.0.0.0.',
      'PORT is "70000"; it must be a whole number from 0 to 65535 (0: any free port).',
      'DATABASE_URL is "mysql://me:***@db/news"; it must be a URL such as postgres://user:password@host:5432/database.',
      'DATABASE_REPLICA_URLS is "postgres://a/news,nonsense"; it must be URLs such as postgres://user:password@host:5432/database, with commas between.',
      'REDIS_URL is "localhost"; it must be a URL such as redis://host:6379.',
      'NEWSGRAPH_SAMPLE is "maybe"; it must be on or off.',
      'LOG_LEVEL is "loud"; it must be one of trace, debug, info, warn, error, fatal, silent.',
      'POOL_SIZE is "-1"; it must be a whole number from 1 to 1000.',
    ]);
    expect(error.message).toContain('8 settings are wrong:\n  HOST');
  });

  it('are all named in .env.example, with the defaults', () => {
    const example = readFileSync(join(__dirname, '../../.env.example'), 'utf8');
    const named = [...example.matchAll(/^#?([A-Z_]+)=(.*)$/gm)].map(([, name, value]) => [name ?? '', value ?? ''] as const);
    expect(named.map(([name]) => name).sort()).toEqual(
      [
        'DATABASE_REPLICA_URLS',
        'DATABASE_URL',
        'HOST',
        'LOG_LEVEL',
        'NEWSGRAPH_DATA',
        'NEWSGRAPH_SAMPLE',
        'POOL_SIZE',
        'PORT',
        'RATE_LIMIT',
        'REDIS_URL',
        'TRUSTED_PROXIES',
        'EGRESS_ALLOW',
        'USER_AGENT_CONTACT',
        'ANSWER_CACHE',
        'POLL_CONCURRENCY',
        'POLL_LEASE',
        'PUBLIC_URL',
      ].sort(),
    );
    const set = [...example.matchAll(/^([A-Z_]+)=(.*)$/gm)].map(([, name, value]) => [name, value]);
    expect(readConfig(Object.fromEntries(set))).toEqual(readConfig({}));
    expect(() => readConfig(Object.fromEntries(named))).not.toThrow();
  });
});

function faultOf(run: () => unknown): ConfigError {
  try {
    run();
  } catch (error) {
    if (error instanceof ConfigError) return error;
  }
  throw new Error('no fault was reported');
}
