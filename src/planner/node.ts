import { Field, ID, InterfaceType } from 'type-graphql';

/** Anything that has a global id (Relay's global object identification). */
@InterfaceType({ description: 'Anything that has a global id, by which `node` finds it again.' })
export abstract class Node {
  @Field(() => ID, { description: 'Opaque and global; resolves for ever.' })
  id!: string;
}
