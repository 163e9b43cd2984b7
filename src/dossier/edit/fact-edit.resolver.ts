import { Arg, Authorized, Ctx, Field, Mutation, ObjectType, Resolver } from 'type-graphql';
import { Fact } from '../../fact/fact.entity';
import { Role } from '../../platform/api-key.entity';
import type { Context } from '../../platform/context';
import type { Reference } from '../../planner/planner';
import { ConfirmFactInput, CorrectEventInput, CorrectFigureInput, CorrectStatementInput } from './correct.input';
import { correctEvent, correctFigure, correctStatement } from './correct.service';
import { Edit } from './edit.entity';
import { RetractFactInput } from './edit.input';
import { confirmFact, type FactEdited, retractFact } from './fact-edit';

@ObjectType({ description: 'The fact that was withdrawn.' })
class RetractFactPayload {
  @Field(() => Fact, { description: 'The fact, with its retraction.' })
  fact!: Reference;

  @Field(() => Edit, { description: 'The entry in the audit.' })
  edit!: Reference;
}

/** What an edit of a fact brought about. */
@ObjectType({ description: 'What an edit of a fact brought about.' })
export class EditFactPayload {
  @Field(() => Fact, { description: 'The fact as it stands now; what it was before is in `supersedes`.' })
  fact!: Reference;

  @Field(() => Edit, { description: 'The entry in the audit.' })
  edit!: Reference;
}

const INPUT = { description: 'What to do, and why.' };

@Resolver()
export class FactEditResolver {
  @Authorized(Role.EDITOR)
  @Mutation(() => RetractFactPayload, {
    description: 'Withdraws a fact, with the reason; so what a machine found is rejected. The fact stays visible, marked.',
  })
  retractFact(
    @Arg('input', () => RetractFactInput, INPUT) input: RetractFactInput,
    @Ctx() { database, caller }: Context,
  ): Promise<FactEdited> {
    return retractFact(database, caller, input);
  }

  @Authorized(Role.EDITOR)
  @Mutation(() => EditFactPayload, { description: 'Says that a fact that a machine found is right: from then on it is CONFIRMED.' })
  confirmFact(
    @Arg('input', () => ConfirmFactInput, INPUT) input: ConfirmFactInput,
    @Ctx() { database, caller }: Context,
  ): Promise<FactEdited> {
    return confirmFact(database, caller, input);
  }

  @Authorized(Role.EDITOR)
  @Mutation(() => EditFactPayload, { description: 'Puts a figure right: another row stands in its place, the old one stays readable.' })
  correctFigure(
    @Arg('input', () => CorrectFigureInput, INPUT) input: CorrectFigureInput,
    @Ctx() { database, caller }: Context,
  ): Promise<FactEdited> {
    return correctFigure(database, caller, input);
  }

  @Authorized(Role.EDITOR)
  @Mutation(() => EditFactPayload, { description: 'Puts a statement right: another row stands in its place, the old one stays readable.' })
  correctStatement(
    @Arg('input', () => CorrectStatementInput, INPUT) input: CorrectStatementInput,
    @Ctx() { database, caller }: Context,
  ): Promise<FactEdited> {
    return correctStatement(database, caller, input);
  }

  @Authorized(Role.EDITOR)
  @Mutation(() => EditFactPayload, { description: 'Puts an event right: another row stands in its place, the old one stays readable.' })
  correctEvent(
    @Arg('input', () => CorrectEventInput, INPUT) input: CorrectEventInput,
    @Ctx() { database, caller }: Context,
  ): Promise<FactEdited> {
    return correctEvent(database, caller, input);
  }
}
