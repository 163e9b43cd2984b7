import { Field, ID, InputType } from 'type-graphql';

const REASON = 'Why; kept in the audit.';
const STORY = 'A slug or an id.';

/** Several stories become one. */
@InputType({ description: 'Several stories become one.' })
export class MergeStoriesInput {
  @Field(() => [ID], { description: 'The stories that end: slugs or ids. They lead to the other one from then on.' })
  stories!: string[];

  @Field(() => ID, { description: 'The story that stays: a slug or an id.' })
  into!: string;

  @Field(() => String, { description: REASON })
  reason!: string;
}

/** A part of a story becomes a story of its own. */
@InputType({ description: 'A part of a story becomes a story of its own.' })
export class SplitStoryInput {
  @Field(() => ID, { description: STORY })
  story!: string;

  @Field(() => String, { description: 'The slug of the new story.' })
  slug!: string;

  @Field(() => String, { description: 'Its headline.' })
  headline!: string;

  @Field(() => String, { defaultValue: '', description: 'The new story in a few sentences.' })
  summary!: string;

  @Field(() => [ID], { defaultValue: [], description: 'The articles that go.' })
  articles!: string[];

  @Field(() => [ID], {
    defaultValue: [],
    description: 'The events, statements, figures and claims that go; a claim takes its positions along.',
  })
  facts!: string[];

  @Field(() => String, { description: REASON })
  reason!: string;
}

/** A story begins by hand. */
@InputType({ description: 'A story begins by hand.' })
export class CreateStoryInput {
  @Field(() => String, { description: 'Its slug.' })
  slug!: string;

  @Field(() => String, { description: 'Its headline.' })
  headline!: string;

  @Field(() => String, { defaultValue: '', description: 'The story in a few sentences.' })
  summary!: string;

  @Field(() => String, { description: REASON })
  reason!: string;
}

/** A story gets other words. */
@InputType({ description: 'A story gets other words; what is not given stays.' })
export class RenameStoryInput {
  @Field(() => ID, { description: STORY })
  story!: string;

  @Field(() => String, { nullable: true, description: 'Another slug; the old one resolves for ever.' })
  slug?: string;

  @Field(() => String, { nullable: true, description: 'Another headline.' })
  headline?: string;

  @Field(() => String, { nullable: true, description: 'Another summary.' })
  summary?: string;

  @Field(() => String, { description: REASON })
  reason!: string;
}

/** Articles are put into a story or taken out. */
@InputType({ description: 'Articles are put into a story or taken out.' })
export class AssignArticlesInput {
  @Field(() => ID, { description: STORY })
  story!: string;

  @Field(() => [ID], { description: 'The articles.' })
  articles!: string[];

  @Field(() => String, { description: REASON })
  reason!: string;
}

/** A fact is withdrawn. */
@InputType({ description: 'A fact is withdrawn: it stays, marked.' })
export class RetractFactInput {
  @Field(() => ID, { description: 'The event, statement, figure or position.' })
  id!: string;

  @Field(() => String, { description: 'Why; shown with the fact.' })
  reason!: string;
}
