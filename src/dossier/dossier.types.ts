import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Actor } from '../actor/actor.entity';
import { Country } from '../country/country.entity';
import { Figure, Metric } from '../figure/figure.entity';
import { DateTime } from '../planner/date-time';
import { Stance } from '../statement/stance';

/** What the figures of one metric amount to. */
@ObjectType({ description: 'What the figures of one metric amount to: those that are neither corrected nor withdrawn.' })
export class Tally {
  @Field(() => Metric, { description: 'What is counted.' })
  metric!: Metric;

  @Field(() => Int, { description: 'The lowest number that was ever given.' })
  low!: number;

  @Field(() => Int, { description: 'The highest number that was ever given.' })
  high!: number;

  @Field(() => Int, { description: 'How many reports there are.' })
  reportCount!: number;

  @Field(() => Figure, { nullable: true, description: 'The latest number of an authority; an unofficial one never takes its place.' })
  latestOfficial!: Figure | null;
}

/** How often a stance was taken. */
@ObjectType({ description: 'How often a stance was taken.' })
export class StanceCount {
  @Field(() => Stance, { description: 'The stance.' })
  stance!: Stance;

  @Field(() => Int, { description: 'In how many statements.' })
  count!: number;
}

/** All statements of one actor about a story, summed up. */
@ObjectType({ description: 'All statements of one actor about a story, summed up.' })
export class Response {
  @Field(() => Actor, { description: 'Whose statements they are.' })
  actor!: Actor;

  @Field(() => Int, { description: 'How many there are.' })
  statementCount!: number;

  @Field(() => [StanceCount], { description: 'What they do, the most frequent first.' })
  stances!: StanceCount[];

  @Field(() => DateTime, { description: 'When the first was made.' })
  firstAt!: Date;

  @Field(() => DateTime, { description: 'When the latest was made.' })
  latestAt!: Date;
}

/** Whether a country responded, and if not, whether anyone listened. */
export enum ResponseStatus {
  RESPONDED = 'RESPONDED',
  NO_RESPONSE_SEEN = 'NO_RESPONSE_SEEN',
  NOT_MONITORED = 'NOT_MONITORED',
}
registerEnumType(ResponseStatus, {
  name: 'ResponseStatus',
  description: 'Whether a country responded, and if not, whether anyone listened.',
  valuesConfig: {
    RESPONDED: { description: 'At least one official statement is on record.' },
    NO_RESPONSE_SEEN: { description: 'None is, though an official channel of that country was read since the story began.' },
    NOT_MONITORED: { description: 'None is, and no official channel of that country was read: nothing can be said.' },
  },
});

/** How one country responded to a story. */
@ObjectType({ description: 'How one country responded to a story.' })
export class CountryResponse {
  @Field(() => Country, { description: 'A member or observer state of the United Nations.' })
  country!: Country;

  @Field(() => ResponseStatus, { description: 'Whether it responded.' })
  status!: ResponseStatus;

  @Field(() => Int, { description: 'How many statements of it are on record.' })
  statementCount!: number;

  @Field(() => [StanceCount], { description: 'What they do, the most frequent first.' })
  stances!: StanceCount[];

  @Field(() => DateTime, { nullable: true, description: 'When the first was made.' })
  firstAt!: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'When an official channel of it was last read; null where none is polled.' })
  lastCheckedAt!: Date | null;
}

/** How much a story was told in one hour. */
@ObjectType({ description: 'How much a story was told in one hour.' })
export class CoverageByHour {
  @Field(() => DateTime, { description: 'When the hour begins.' })
  hour!: Date;

  @Field(() => Int, { description: 'How many articles became public in it.' })
  articleCount!: number;
}

/** How much the sources of one country tell a story. */
@ObjectType({ description: 'How much the sources of one country tell a story.' })
export class CoverageByCountry {
  @Field(() => Country, { description: 'Where the sources are at home.' })
  country!: Country;

  @Field(() => Int, { description: 'How many articles they published.' })
  articleCount!: number;
}

/** How much a story is told in one language. */
@ObjectType({ description: 'How much a story is told in one language.' })
export class CoverageByLanguage {
  @Field(() => String, { description: 'The language (BCP 47).' })
  language!: string;

  @Field(() => Int, { description: 'How many articles are in it.' })
  articleCount!: number;
}

/** How widely a story is told. */
@ObjectType({ description: 'How widely a story is told.' })
export class Coverage {
  @Field(() => Int, { description: 'How many articles tell it.' })
  articleCount!: number;

  @Field(() => Int, { description: 'By how many sources.' })
  sourceCount!: number;

  @Field(() => Int, { description: 'In how many languages.' })
  languageCount!: number;

  @Field(() => Int, { description: 'From how many countries.' })
  countryCount!: number;

  @Field(() => Int, { description: 'How many independent texts there are; articles that carry the same text count once.' })
  originCount!: number;

  @Field(() => [CoverageByHour], { description: 'Hour by hour, the earliest first; hours without an article are left out.' })
  byHour!: CoverageByHour[];

  @Field(() => [CoverageByCountry], { description: 'By the country of the source, the most articles first.' })
  byCountry!: CoverageByCountry[];

  @Field(() => [CoverageByLanguage], { description: 'By language, the most articles first.' })
  byLanguage!: CoverageByLanguage[];
}
