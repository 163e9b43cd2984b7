import { Arg, Authorized, Ctx, Mutation, Resolver } from 'type-graphql';
import type { FactEdited } from '../../dossier/edit/fact-edit';
import { EditFactPayload } from '../../dossier/edit/fact-edit.resolver';
import { Role } from '../../platform/api-key.entity';
import type { Context } from '../../platform/context';
import { recordFact } from './record-fact';
import { RecordEventInput, RecordFigureInput, RecordStatementInput } from './record-fact.input';

const INPUT = { description: 'What to record, and why.' };

/** The door for editors who record one fact. */
@Resolver()
export class RecordFactResolver {
  @Authorized(Role.EDITOR)
  @Mutation(() => EditFactPayload, { description: 'Records an event, with a reason; it can be undone.' })
  recordEvent(
    @Arg('input', () => RecordEventInput, INPUT) { event, reason }: RecordEventInput,
    @Ctx() { database, caller }: Context,
  ): Promise<FactEdited> {
    return recordFact(database, caller, 'event', event, reason);
  }

  @Authorized(Role.EDITOR)
  @Mutation(() => EditFactPayload, { description: 'Records a statement, with a reason; it can be undone.' })
  recordStatement(
    @Arg('input', () => RecordStatementInput, INPUT) { statement, reason }: RecordStatementInput,
    @Ctx() { database, caller }: Context,
  ): Promise<FactEdited> {
    return recordFact(database, caller, 'statement', statement, reason);
  }

  @Authorized(Role.EDITOR)
  @Mutation(() => EditFactPayload, { description: 'Records a figure, with a reason; it can be undone.' })
  recordFigure(
    @Arg('input', () => RecordFigureInput, INPUT) { figure, reason }: RecordFigureInput,
    @Ctx() { database, caller }: Context,
  ): Promise<FactEdited> {
    return recordFact(database, caller, 'figure', figure, reason);
  }
}
