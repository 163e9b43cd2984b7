import { actorPlan, actorQueries } from '../actor/actor.plan';
import {
  articleMentionsPlan,
  articlePlan,
  articleQueries,
  articleVersionPlan,
  reportedFigurePlan,
  sourceArticles,
  textChangePlan,
} from '../article/article.plan';
import { claimAssessmentPlan, claimPlan, storyClaims } from '../claim/claim.plan';
import { claimPositions, positionPlan } from '../claim/position.plan';
import { countryPlan, countryQueries } from '../country/country.plan';
import { changePlan, changeQueries } from '../dossier/change.plan';
import { coverageByCountryPlan, coverageByHourPlan, coverageByLanguagePlan, coveragePlan, storyCoverage } from '../dossier/coverage.plan';
import { editPlan, storyEdits } from '../dossier/edit/edit.plan';
import { nodeQueries } from '../dossier/node.plan';
import { countryResponsePlan, responsePlan, stanceCountPlan, storyResponseMap, storyResponses } from '../dossier/response.plan';
import { searchQueries } from '../dossier/search.plan';
import { storyTallies, tallyPlan } from '../dossier/tally.plan';
import { storyTimeline } from '../dossier/timeline.plan';
import { eventPlan, eventQueries, placePlan, storyEvents } from '../event/event.plan';
import { citationPlan, retractionPlan } from '../fact/fact.plan';
import { eventFigures, figurePlan, reporterPlan, storyFigures } from '../figure/figure.plan';
import { feedPlan, feedQueries, pollPlan, sourceFeeds } from '../source/feed.plan';
import { sourcePlan, sourceQueries } from '../source/source.plan';
import { actorStatements, eventAnswers, speakerPlan, statementPlan, statementQueries, storyStatements } from '../statement/statement.plan';
import { articleStory, storyPlan, storyQueries, storyRevisionPlan } from '../story/story.plan';

/** How everything is read. */
export const plans = [
  countryPlan,
  countryQueries,
  sourcePlan,
  sourceQueries,
  feedPlan,
  pollPlan,
  feedQueries,
  sourceFeeds,
  actorPlan,
  actorQueries,
  articlePlan,
  articleVersionPlan,
  textChangePlan,
  articleMentionsPlan,
  reportedFigurePlan,
  articleQueries,
  sourceArticles,
  storyPlan,
  storyRevisionPlan,
  storyQueries,
  articleStory,
  citationPlan,
  retractionPlan,
  eventPlan,
  placePlan,
  storyEvents,
  eventQueries,
  statementPlan,
  speakerPlan,
  storyStatements,
  eventAnswers,
  actorStatements,
  statementQueries,
  figurePlan,
  reporterPlan,
  storyFigures,
  eventFigures,
  claimPlan,
  claimAssessmentPlan,
  storyClaims,
  positionPlan,
  claimPositions,
  tallyPlan,
  storyTallies,
  responsePlan,
  stanceCountPlan,
  countryResponsePlan,
  storyResponses,
  storyResponseMap,
  coverageByCountryPlan,
  coverageByHourPlan,
  coverageByLanguagePlan,
  coveragePlan,
  storyCoverage,
  storyTimeline,
  searchQueries,
  changePlan,
  changeQueries,
  nodeQueries,
  editPlan,
  storyEdits,
];
