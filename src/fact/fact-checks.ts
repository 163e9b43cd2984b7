import { Check, ForeignKey, Index } from 'typeorm';

/** The constraints and indexes that every table of facts has beside its own. */
export function factChecks(table: string): ClassDecorator {
  return target => {
    Check(`${table}_method`, `method in ('RECORDED', 'DETECTED', 'CONFIRMED')`)(target);
    Check(`${table}_precision`, `precision in ('MINUTE', 'HOUR', 'DAY')`)(target);
    Index(`${table}_id`, ['id'])(target);
    Index(`${table}_key`, ['storyId', 'key'])(target);
    correction(table)(target);
  };
}

/** That a row may correct an earlier one of the same story. */
export function correction(table: string): ClassDecorator {
  return target => {
    Index(`${table}_supersedes`, ['storyId', 'supersedesId'])(target);
    ForeignKey(() => target as never, ['storyId', 'supersedesId'], ['storyId', 'id'], { name: `${table}_corrects` })(target);
  };
}
