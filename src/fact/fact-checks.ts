import { Check, Index } from 'typeorm';

/** The constraints and indexes that every table of facts has beside its own. */
export function factChecks(table: string): ClassDecorator {
  return target => {
    Check(`${table}_method`, `method in ('RECORDED', 'DETECTED', 'CONFIRMED')`)(target);
    Check(`${table}_precision`, `precision in ('MINUTE', 'HOUR', 'DAY')`)(target);
    Index(`${table}_id`, ['id'])(target);
    Index(`${table}_key`, ['storyId', 'key'])(target);
    Index(`${table}_supersedes`, ['storyId', 'supersedesId'])(target);
  };
}
