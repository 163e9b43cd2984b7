import 'reflect-metadata';
import type { GraphQLSchema } from 'graphql';
import { buildSchemaSync, type NonEmptyArray, type PubSub } from 'type-graphql';
import { ActorResolver } from '../actor/actor.resolver';
import { ArticleResolver, SourceArticleResolver } from '../article/article.resolver';
import { ClaimPositionResolver, StoryClaimResolver } from '../claim/claim.resolver';
import { CountryResolver } from '../country/country.resolver';
import { ChangeResolver } from '../dossier/change.resolver';
import { ChangeSubscription } from '../dossier/change.subscription';
import { DossierResolver } from '../dossier/dossier.resolver';
import { EditResolver, StoryEditResolver } from '../dossier/edit/edit.resolver';
import { FactEditResolver } from '../dossier/edit/fact-edit.resolver';
import { NodeResolver } from '../dossier/node.resolver';
import { SearchResolver } from '../dossier/search.resolver';
import { TimelineResolver } from '../dossier/timeline.resolver';
import { WebhookResolver } from '../dossier/webhook.resolver';
import { EventResolver, StoryEventResolver } from '../event/event.resolver';
import { EventFigureResolver, StoryFigureResolver } from '../figure/figure.resolver';
import { IngestResolver } from '../ingestion/record/ingest.resolver';
import { RecordFactResolver } from '../ingestion/record/record-fact.resolver';
import { SubscriptionResolver } from '../ingestion/subscription/subscription.resolver';
import { authChecker } from '../platform/access';
import { DateTime } from '../planner/date-time';
import { FeedResolver, SourceFeedResolver } from '../source/feed.resolver';
import { SourceResolver } from '../source/source.resolver';
import { ActorStatementResolver, EventAnswerResolver, StatementResolver, StoryStatementResolver } from '../statement/statement.resolver';
import { ArticleStoryResolver, StoryResolver } from '../story/story.resolver';

/** Every resolver. */
const resolvers: NonEmptyArray<abstract new () => object> = [
  StoryResolver,
  ArticleStoryResolver,
  StoryEventResolver,
  StoryStatementResolver,
  StoryFigureResolver,
  StoryClaimResolver,
  DossierResolver,
  TimelineResolver,
  ArticleResolver,
  SourceArticleResolver,
  EventResolver,
  EventAnswerResolver,
  EventFigureResolver,
  StatementResolver,
  ActorStatementResolver,
  ClaimPositionResolver,
  SearchResolver,
  ChangeResolver,
  ChangeSubscription,
  WebhookResolver,
  NodeResolver,
  EditResolver,
  StoryEditResolver,
  FactEditResolver,
  SourceResolver,
  FeedResolver,
  SourceFeedResolver,
  SubscriptionResolver,
  ActorResolver,
  CountryResolver,
  IngestResolver,
  RecordFactResolver,
];

/** The library wants one wherever there are subscriptions; ours read the log of changes. */
const unused: PubSub = {
  publish: () => undefined,
  subscribe: () => {
    throw new Error('no subscription goes by topics');
  },
};

/** Builds the schema of the API from the classes of all folders. */
export function buildApiSchema(): Promise<GraphQLSchema> {
  return Promise.resolve(
    buildSchemaSync({
      resolvers: resolvers as never,
      authChecker,
      pubSub: unused,
      validate: false,
      scalarsMap: [{ type: Date, scalar: DateTime }],
    }),
  );
}
