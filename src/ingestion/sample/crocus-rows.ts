import type { ArticleRecordInput, ReportedFigureInput, StoryRecordInput } from '../record/document-input';
import type { ActorKind } from '../../actor/actor.entity';
import type { ClaimKind, ClaimStatus } from '../../claim/claim.entity';
import type { Polarity } from '../../claim/position.entity';
import type { EventRecordInput, FigureRecordInput, StatementRecordInput } from '../record/fact-input';
import type { SourceKind, SourceRole } from '../../source/source.entity';

/** A row of sources.json. */
export interface CrocusSource {
  slug: string;
  name: string;
  kind: SourceKind;
  country: string | null;
  homepage: string | null;
  language: string;
  role: SourceRole;
  citations: string[];
}

/** A row of articles.json. */
export interface CrocusArticle extends Omit<ArticleRecordInput, 'source' | 'story' | 'key' | 'text'> {
  slug: string;
  sourceSlug: string;
  url: string;
  figures: ReportedFigureInput[];
}

/** A row of events.json. */
export interface CrocusEvent extends Omit<EventRecordInput, 'key' | 'story' | 'parent' | 'citations'> {
  slug: string;
  parent: string | null;
  citations: string[];
}

/** A row of statements.json. */
export interface CrocusStatement extends Omit<StatementRecordInput, 'key' | 'story' | 'issuer' | 'answers' | 'citations'> {
  slug: string;
  issuer: { slug: string; name: string; kind: ActorKind; country: string | null };
  respondsTo: string | null;
  citations: string[];
}

/** A row of casualty-reports.json. */
export interface CrocusFigure extends Omit<FigureRecordInput, 'key' | 'story' | 'citations'> {
  citations: string[];
}

/** A row of claims.json. */
export interface CrocusClaim {
  slug: string;
  kind: ClaimKind;
  about: string;
  proposition: string;
  status: ClaimStatus;
  note: string | null;
  positions: { statement?: string; article?: string; polarity: Polarity; at: string; evidence: string }[];
}

/** The content of story.json. */
export interface CrocusStory {
  slug: string;
  revisions: Omit<StoryRecordInput, 'slug'>[];
}
