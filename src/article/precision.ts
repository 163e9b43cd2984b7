import { registerEnumType } from 'type-graphql';
import { Precision } from '../platform/moment';

registerEnumType(Precision, {
  name: 'Precision',
  description: 'How exactly a time is known. Under `asOf` an hour or a day counts from its end in UTC.',
  valuesConfig: {
    MINUTE: { description: 'To the minute or better.' },
    HOUR: { description: 'To the hour.' },
    DAY: { description: 'To the day; the time shown is the start of that day.' },
  },
});

export { Precision };
