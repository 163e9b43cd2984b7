import { Arg, Authorized, Ctx, Mutation, Resolver } from 'type-graphql';
import { Role } from '../../platform/api-key.entity';
import type { Context } from '../../platform/context';
import { IngestInput } from './ingest-input';
import { IngestPayload } from './ingest-payload';
import { ingest } from './ingest.service';

/** The door for scheduled jobs. */
@Resolver()
export class IngestResolver {
  @Authorized(Role.INGESTOR)
  @Mutation(() => IngestPayload, {
    description:
      'Stores a batch of at most 1,000 records. The same batch twice changes nothing; a bad record is rejected with the reason, and the rest lands.',
  })
  ingest(
    @Arg('input', () => IngestInput, { description: 'The records.' }) input: IngestInput,
    @Ctx() { database }: Context,
  ): Promise<IngestPayload> {
    return ingest(database, input.records);
  }
}
