import { Field, InputType, Int } from 'type-graphql';

/** The document that carries a fact, as a writer names it. */
@InputType({ description: 'The document that carries a fact, and where its text is stored the exact words.' })
export class CitationInput {
  @Field(() => String, {
    nullable: true,
    description: 'Needed. The address of the page; that of an article in this system ties the fact to it.',
  })
  url?: string | null;

  @Field(() => Int, { nullable: true, description: 'The version of the article that was read; else the latest.' })
  version?: number | null;

  @Field(() => Int, { nullable: true, description: 'Where the quoted words begin in the stored text, in code points from 0.' })
  start?: number | null;

  @Field(() => Int, { nullable: true, description: 'Where the quoted words end, exclusive.' })
  end?: number | null;
}
