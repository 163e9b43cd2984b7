import { Actor } from '../actor/actor.entity';
import { Article, ArticleVersion } from '../article/article.entity';
import { Claim, ClaimAssessment } from '../claim/claim.entity';
import { Position } from '../claim/position.entity';
import { Country } from '../country/country.entity';
import { Change } from '../dossier/change.entity';
import { Webhook, WebhookDelivery } from '../dossier/webhook.entity';
import { Event } from '../event/event.entity';
import { Citation } from '../fact/citation.entity';
import { Retraction } from '../fact/retraction.entity';
import { Figure } from '../figure/figure.entity';
import { ApiKey } from '../platform/api-key.entity';
import { HostTurn } from '../ingestion/poll/host-turn.entity';
import { Feed, FeedArticle } from '../source/feed.entity';
import { Poll } from '../source/poll.entity';
import { WebsubSubscription } from '../ingestion/websub/subscription.entity';
import { Source } from '../source/source.entity';
import { Statement } from '../statement/statement.entity';
import { Edit } from '../dossier/edit/edit.entity';
import { Story, StoryAlias, StoryArticle, StoryRevision } from '../story/story.entity';

/** Every table. */
export const entities = [
  ApiKey,
  Country,
  Source,
  Feed,
  Poll,
  FeedArticle,
  WebsubSubscription,
  HostTurn,
  Actor,
  Article,
  ArticleVersion,
  Story,
  StoryRevision,
  StoryAlias,
  StoryArticle,
  Edit,
  Event,
  Statement,
  Figure,
  Claim,
  ClaimAssessment,
  Position,
  Citation,
  Retraction,
  Change,
  Webhook,
  WebhookDelivery,
];
