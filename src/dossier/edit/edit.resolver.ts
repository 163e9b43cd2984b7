import { Arg, Args, Authorized, Ctx, Field, FieldResolver, ID, Mutation, ObjectType, Resolver } from 'type-graphql';
import { Role } from '../../platform/api-key.entity';
import type { Context } from '../../platform/context';
import { connectionOf, PageArguments, planned } from '../../planner/page';
import type { Reference } from '../../planner/planner';
import { Story } from '../../story/story.entity';
import { Edit } from './edit.entity';
import { AssignArticlesInput, CreateStoryInput, MergeStoriesInput, RenameStoryInput, SplitStoryInput } from './edit.input';
import { assignArticles, createStory, type Edited, mergeStories, renameStory, splitStory, unassignArticles } from './edit.service';
import { undoEdit } from './undo';

const EditConnection = connectionOf('Edit', () => Edit, 'edits');

@ObjectType({ description: 'What an edit brought about.' })
class EditStoryPayload {
  @Field(() => Story, { description: 'The story that was edited.' })
  story!: Reference;

  @Field(() => Edit, { description: 'The entry in the audit.' })
  edit!: Reference;
}

@ObjectType({ description: 'What a split brought about.' })
class SplitStoryPayload extends EditStoryPayload {
  @Field(() => Story, { description: 'The story that was made.' })
  newStory!: Reference;
}

@ObjectType({ description: 'The edit that was undone.' })
class UndoEditPayload {
  @Field(() => Edit, { description: 'The entry in the audit.' })
  edit!: Reference;
}

const INPUT = { description: 'What to do, and why.' };

@Resolver()
export class EditResolver {
  @Authorized(Role.EDITOR)
  @Mutation(() => EditStoryPayload, { description: 'Merges stories into one. Their slugs and ids lead to it from then on.' })
  mergeStories(
    @Arg('input', () => MergeStoriesInput, INPUT) input: MergeStoriesInput,
    @Ctx() { database, caller }: Context,
  ): Promise<Edited> {
    return mergeStories(database, caller, input);
  }

  @Authorized(Role.EDITOR)
  @Mutation(() => SplitStoryPayload, { description: 'Makes a story of its own out of a part of another.' })
  splitStory(
    @Arg('input', () => SplitStoryInput, INPUT) input: SplitStoryInput,
    @Ctx() { database, caller }: Context,
  ): Promise<SplitStoryPayload> {
    return splitStory(database, caller, input);
  }

  @Authorized(Role.EDITOR)
  @Mutation(() => EditStoryPayload, { description: 'Begins a story.' })
  createStory(@Arg('input', () => CreateStoryInput, INPUT) input: CreateStoryInput, @Ctx() { database, caller }: Context): Promise<Edited> {
    return createStory(database, caller, input);
  }

  @Authorized(Role.EDITOR)
  @Mutation(() => EditStoryPayload, { description: 'Gives a story another slug, headline or summary; the old slug resolves for ever.' })
  renameStory(@Arg('input', () => RenameStoryInput, INPUT) input: RenameStoryInput, @Ctx() { database, caller }: Context): Promise<Edited> {
    return renameStory(database, caller, input);
  }

  @Authorized(Role.EDITOR)
  @Mutation(() => EditStoryPayload, { description: 'Puts articles into a story.' })
  assignArticles(
    @Arg('input', () => AssignArticlesInput, INPUT) input: AssignArticlesInput,
    @Ctx() { database, caller }: Context,
  ): Promise<Edited> {
    return assignArticles(database, caller, input);
  }

  @Authorized(Role.EDITOR)
  @Mutation(() => EditStoryPayload, { description: 'Takes articles out of a story.' })
  unassignArticles(
    @Arg('input', () => AssignArticlesInput, INPUT) input: AssignArticlesInput,
    @Ctx() { database, caller }: Context,
  ): Promise<Edited> {
    return unassignArticles(database, caller, input);
  }

  @Authorized(Role.EDITOR)
  @Mutation(() => UndoEditPayload, {
    description:
      'Undoes an edit exactly: a merger, a split, a change of membership, or one of a fact. Later edits of the same rows go first.',
  })
  undoEdit(
    @Arg('id', () => ID, { description: 'The edit.' }) id: string,
    @Arg('reason', () => String, { description: 'Why; kept in the audit.' }) reason: string,
    @Ctx() { database, caller }: Context,
  ): Promise<UndoEditPayload> {
    return undoEdit(database, caller, id, reason);
  }
}

@Resolver(() => Story)
export class StoryEditResolver {
  @FieldResolver(() => EditConnection, { description: 'What editors did to it, the latest first.' })
  edits(@Args(() => PageArguments) _page: PageArguments): object {
    return planned();
  }
}
