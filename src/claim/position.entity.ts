import { createUnionType, Field, ObjectType, registerEnumType } from 'type-graphql';
import { Check, Column, Entity, ForeignKey, Index } from 'typeorm';
import { Actor } from '../actor/actor.entity';
import { Article } from '../article/article.entity';
import { Fact } from '../fact/fact.entity';
import { factChecks } from '../fact/fact-checks';
import { DateTime } from '../planner/date-time';
import { Node } from '../planner/node';
import { Statement } from '../statement/statement.entity';
import { Story, StoryArticle } from '../story/story.entity';
import { Claim } from './claim.entity';

/** Which side a position is on. */
export enum Polarity {
  SUPPORTS = 'SUPPORTS',
  DISPUTES = 'DISPUTES',
  DENIES = 'DENIES',
}
registerEnumType(Polarity, {
  name: 'Polarity',
  description: 'Which side a position is on.',
  valuesConfig: {
    SUPPORTS: { description: 'Asserts the proposition.' },
    DISPUTES: { description: 'Offers a competing fact, figure or doubt.' },
    DENIES: { description: 'Rejects it flatly.' },
  },
});

/** What a position rests on. */
export const PositionBasis = createUnionType({
  name: 'PositionBasis',
  description: 'What a position rests on.',
  types: () => [Statement, Article] as const,
});

/** An actor's position on a claim, resting on a statement or an article. */
@Entity('position')
@Check('position_polarity', `polarity in ('SUPPORTS', 'DISPUTES', 'DENIES')`)
@Check('position_basis', `num_nonnulls(basis_statement_id, basis_article_id) = 1`)
@factChecks('position')
@Index('position_claim_taken', ['storyId', 'claimId', 'takenAt', 'id'])
@Index('position_claim_root', ['storyId', 'claimRootId', 'takenAt', 'id'])
@ForeignKey(() => Story, ['storyId'], ['id'], { name: 'position_story' })
@ForeignKey(() => Claim, ['storyId', 'claimId'], ['storyId', 'id'], { name: 'position_claim' })
@ForeignKey(() => Statement, ['storyId', 'basisStatementId'], ['storyId', 'id'], { name: 'position_basis_statement' })
@ForeignKey(() => StoryArticle, ['storyId', 'basisArticleId'], ['storyId', 'articleId'], { name: 'position_basis_article' })
@ObjectType({ implements: [Node, Fact], description: 'The position of an actor on a claim, resting on a statement or an article.' })
export class Position extends Fact {
  @Column('uuid')
  claimId!: string;

  /** The first wording of the claim; kept by the database. */
  @Column('uuid')
  claimRootId!: string;

  @Field(() => Claim, { description: 'The claim.' })
  claim!: Claim;

  @Column('uuid')
  @ForeignKey(() => Actor, { name: 'position_holder' })
  holderId!: string;

  @Field(() => Actor, { description: 'Whose position it is.' })
  holder!: Actor;

  @Column('text')
  @Field(() => Polarity, { description: 'Which side it is on.' })
  polarity!: Polarity;

  @Column('timestamp with time zone', { precision: 3 })
  @Field(() => DateTime, { description: 'When it was taken: the time of the statement or article.' })
  takenAt!: Date;

  @Column('text', { nullable: true })
  @Field(() => String, { nullable: true, description: 'The grounds that were given.' })
  evidence!: string | null;

  @Column('uuid', { nullable: true })
  basisStatementId!: string | null;

  @Column('uuid', { nullable: true })
  basisArticleId!: string | null;

  @Field(() => PositionBasis, { description: 'The statement or article that it rests on.' })
  basis!: Statement | Article;
}
