// The types and documents of the public operations, written by `npm run codegen`: change schema/operations, not this file.

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** What a publisher of documents is. */
export type SourceKind =
  | 'NEWS_OUTLET'
  | 'NEWS_AGENCY'
  | 'BROADCASTER'
  | 'GOVERNMENT'
  | 'INTERGOVERNMENTAL'
  | 'NON_STATE_GROUP';

/** Whether a source reports on others or speaks for itself. */
export type SourceRole =
  /** An outlet that reports. */
  | 'PUBLISHER'
  /** The official channel of an actor. */
  | 'OFFICIAL_ISSUER';

/** Which articles; what is not given does not narrow. */
export type ArticleFilter = {
  /** By these sources: slugs or ids. */
  sources?: Array<string> | null | undefined;
  /** By sources of these countries: ISO codes or items of Wikidata. */
  countries?: Array<string> | null | undefined;
  /** In these languages (BCP 47). */
  languages?: Array<string> | null | undefined;
  /** Published at this moment or later. */
  publishedFrom?: string | null | undefined;
  /** Published before this moment. */
  publishedBefore?: string | null | undefined;
  /** Whether they carry the text of an agency or another outlet. */
  syndicated?: boolean | null | undefined;
};

/** Which feeds; what is not given does not narrow. */
export type FeedFilter = {
  /** Doing like this. */
  statuses?: Array<FeedStatus> | null | undefined;
  /** Of these formats. */
  formats?: Array<FeedFormat> | null | undefined;
  /** Of these sources: slugs or ids. */
  sources?: Array<string> | null | undefined;
  /** In these folders. */
  folders?: Array<string> | null | undefined;
  /** Due before this moment. */
  dueBefore?: string | null | undefined;
};

/** Whether a feed is polled, and how it does. */
export type FeedStatus =
  /** Polled, and the last poll went well. */
  | 'ACTIVE'
  /** The last polls failed; it is asked ever more seldom, and never given up. */
  | 'FAILING'
  /** Its server says that it is gone for good, or it moved to an address that is polled already: no longer polled. */
  | 'GONE'
  /** Not polled until someone asks for it again. */
  | 'PAUSED';

/** What kind of document a feed comes as. */
export type FeedFormat =
  | 'RSS'
  | 'ATOM'
  | 'RDF'
  | 'JSON'
  | 'SITEMAP';

/** What an actor is. */
export type ActorKind =
  /** A state, through one of its bodies. */
  | 'STATE'
  | 'INTERGOVERNMENTAL_ORGANISATION'
  | 'NON_STATE_GROUP'
  | 'RELIGIOUS_INSTITUTION'
  | 'NON_GOVERNMENTAL_ORGANISATION'
  | 'DE_FACTO_AUTHORITY'
  | 'SUBNATIONAL_AUTHORITY'
  /** A news outlet, where it takes a position or gives a number of its own. */
  | 'OUTLET';

/** What a statement does. */
export type Stance =
  | 'CONDEMNATION'
  | 'CONDOLENCES'
  | 'SOLIDARITY'
  | 'OFFER_OF_ASSISTANCE'
  | 'GRATITUDE'
  | 'CLAIM_OF_RESPONSIBILITY'
  /** Names who it holds responsible, from evidence of its own. */
  | 'ATTRIBUTION'
  /** Accuses someone. */
  | 'ACCUSATION'
  /** Rejects an accusation. */
  | 'DENIAL'
  /** Waves something away without denying it. */
  | 'DISMISSAL'
  | 'CRITICISM'
  | 'DEMAND'
  | 'INCITEMENT'
  | 'CALL_FOR_CONDEMNATION'
  | 'CALL_FOR_COOPERATION'
  | 'CALL_FOR_INVESTIGATION'
  | 'CALL_FOR_RESTRAINT'
  | 'WARNING'
  | 'TRAVEL_ADVICE'
  | 'SECURITY_MEASURE'
  | 'CASUALTY_UPDATE'
  | 'ANNOUNCEMENT'
  | 'COMMENT';

/** Through what a statement was made. */
export type Channel =
  | 'PRESS_RELEASE'
  | 'PRESS_BRIEFING'
  | 'SOCIAL_MEDIA'
  | 'INTERVIEW'
  | 'SPEECH'
  | 'TELEVISED_ADDRESS'
  | 'VIDEO_ADDRESS'
  | 'AUDIO_RECORDING'
  /** A message from one head of state or government to another. */
  | 'TELEGRAM_TO_LEADER'
  | 'LETTER'
  | 'PHONE_CALL'
  | 'MEETING'
  | 'SECURITY_ALERT'
  | 'COURT_FILING'
  | 'COURT_RULING'
  /** The document that quotes it does not say. */
  | 'NOT_STATED';

/** How exactly a time is known. Under `asOf` an hour or a day counts from its end in UTC. */
export type Precision =
  /** To the minute or better. */
  | 'MINUTE'
  /** To the hour. */
  | 'HOUR'
  /** To the day; the time shown is the start of that day. */
  | 'DAY';

/** How the date of an article is known. */
export type ArticleDateBasis =
  /** Printed on the page. */
  | 'PAGE'
  /** In the address. */
  | 'URL'
  /** Given by the feed. */
  | 'FEED'
  /** From words of the text. */
  | 'INFERRED'
  /** Not known: the moment when it was first seen stands in. */
  | 'FIRST_SEEN';

/** How lively a story is, by the age of its last activity at the moment that is looked at. */
export type StoryStatus =
  /** Within the last 12 hours. */
  | 'BREAKING'
  /** Within the last 3 days. */
  | 'DEVELOPING'
  /** Within the last 14 days. */
  | 'ONGOING'
  /** Longer ago. */
  | 'QUIET';

/** How a claim stands: the latest assessment that was public, else what the positions amount to (asserted and opposed: DISPUTED; only denied: DENIED; else UNVERIFIED). */
export type ClaimStatus =
  /** Established. */
  | 'CONFIRMED'
  /** Supported independently. */
  | 'CORROBORATED'
  /** Asserted and opposed. */
  | 'DISPUTED'
  /** Rejected, and asserted by nobody on record. */
  | 'DENIED'
  /** Asserted without support that could be checked. */
  | 'UNVERIFIED'
  /** Shown to be wrong. */
  | 'REFUTED';

/** What a claim is about. */
export type ClaimKind =
  | 'RESPONSIBILITY'
  | 'INVOLVEMENT'
  | 'FOREKNOWLEDGE'
  | 'MOTIVE'
  | 'FIGURE'
  | 'CONDUCT'
  | 'OTHER';

/** What a figure counts. Metrics never mix. */
export type Metric =
  | 'KILLED'
  | 'CHILDREN_KILLED'
  | 'INJURED'
  /** In hospital at that time; falls as people are discharged. */
  | 'HOSPITALISED'
  | 'MISSING'
  /** Dead whose names are established. */
  | 'IDENTIFIED'
  /** Held by the authorities; differs by event. */
  | 'DETAINED';

/** Whether a country responded, and if not, whether anyone listened. */
export type ResponseStatus =
  /** At least one official statement is on record. */
  | 'RESPONDED'
  /** None is, though an official channel of that country was read since the story began. */
  | 'NO_RESPONSE_SEEN'
  /** None is, and no official channel of that country was read: nothing can be said. */
  | 'NOT_MONITORED';

/** What a timeline holds. */
export type TimelineKind =
  | 'EVENT'
  | 'STATEMENT'
  | 'FIGURE'
  | 'ARTICLE';

/** What sort of thing happened. */
export type EventKind =
  | 'ATTACK'
  | 'ATTACK_PHASE'
  | 'FIRE'
  | 'STRUCTURAL_COLLAPSE'
  | 'RESCUE'
  | 'RECOVERY'
  | 'WARNING'
  | 'CLAIM_OF_RESPONSIBILITY'
  | 'SECURITY_OPERATION'
  | 'SECURITY_MEASURE'
  | 'DETENTION'
  | 'INVESTIGATION'
  | 'COURT_HEARING'
  | 'VERDICT'
  | 'MOURNING'
  | 'MEMORIAL'
  | 'CIVIL_RESPONSE'
  | 'DIPLOMACY'
  | 'OTHER';

/** How the time of an event is known. */
export type EventTimeBasis =
  /** The documents state it. */
  | 'STATED'
  /** The time of the earliest report stands in. */
  | 'REPORT_TIME'
  /** About then. */
  | 'APPROXIMATE'
  /** Reconstructed by the press. */
  | 'MEDIA_RECONSTRUCTION';

/** How the coordinates of a place are known. */
export type CoordinateBasis =
  /** The documents give them. */
  | 'CITED'
  /** The usual coordinates of that town. */
  | 'GENERAL_REFERENCE';

/** How the date of a statement is known. */
export type StatementDateBasis =
  /** The page dates the statement. */
  | 'STATED'
  /** Only the date of the report is known. */
  | 'REPORT_DATE';

/** Whether the wording of a statement was seen. */
export type StatementDetail =
  /** It was. */
  | 'FULL'
  /** A page only lists the issuer as having reacted. */
  | 'LISTED_ONLY';

/** Which side a position is on. */
export type Polarity =
  /** Asserts the proposition. */
  | 'SUPPORTS'
  /** Offers a competing fact, figure or doubt. */
  | 'DISPUTES'
  /** Rejects it flatly. */
  | 'DENIES';

/** How the time of a figure is known. */
export type FigureTimeBasis =
  | 'ANNOUNCEMENT_DATE'
  | 'REPORT_DATE'
  | 'PUBLICATION_TIMESTAMP'
  /** The moment that the count refers to. */
  | 'AS_OF';

/** What came of a poll. */
export type PollOutcome =
  /** It was read. */
  | 'READ'
  /** The server says that nothing has changed. */
  | 'NOT_MODIFIED'
  /** It came, and was the same to the byte as the last time. */
  | 'UNCHANGED'
  /** No feed came: the network, the server or the document is at fault. */
  | 'FAILED'
  /** The server says that it is gone for good. */
  | 'GONE'
  /** It was not fetched, or not to the end: its address or its size is past what is safe. */
  | 'REFUSED';

/** What happened to a story. */
export type ChangeKind =
  | 'STORY_REVISED'
  /** It went into another story, which is the node. */
  | 'STORY_MERGED'
  /** A merger was undone. */
  | 'STORY_RESTORED'
  | 'ARTICLE_ADDED'
  | 'ARTICLE_REVISED'
  /** An editor took an article out, or it went to another story. */
  | 'ARTICLE_REMOVED'
  | 'FACT_ADDED'
  | 'FACT_RETRACTED'
  /** The withdrawal of a fact was undone. */
  | 'FACT_RESTORED'
  /** A fact went to another story, or the edit that brought it was undone. */
  | 'FACT_REMOVED'
  | 'CLAIM_ADDED'
  | 'CLAIM_ASSESSED'
  /** A claim went to another story. */
  | 'CLAIM_REMOVED';

/** What can be searched. */
export type SearchKind =
  | 'STORY'
  | 'ARTICLE'
  | 'STATEMENT'
  | 'EVENT';

/** Which stories; what is not given does not narrow. */
export type StoryFilter = {
  /** As lively as one of these. */
  statuses?: Array<StoryStatus> | null | undefined;
  /** Told by one of these sources: slugs or ids. */
  sources?: Array<string> | null | undefined;
  /** Told by sources of one of these countries: ISO codes or items of Wikidata. */
  countries?: Array<string> | null | undefined;
  /** Told in one of these languages (BCP 47). */
  languages?: Array<string> | null | undefined;
  /** Active at this moment or later. */
  activeFrom?: string | null | undefined;
  /** Last active before this moment. */
  activeBefore?: string | null | undefined;
};

/** Several stories become one. */
export type MergeStoriesInput = {
  /** The stories that end: slugs or ids. They lead to the other one from then on. */
  stories: Array<string | number>;
  /** The story that stays: a slug or an id. */
  into: string | number;
  /** Why; kept in the audit. */
  reason: string;
};

/** A part of a story becomes a story of its own. */
export type SplitStoryInput = {
  /** A slug or an id. */
  story: string | number;
  /** The slug of the new story. */
  slug: string;
  /** Its headline. */
  headline: string;
  /** The new story in a few sentences. */
  summary?: string;
  /** The articles that go. */
  articles?: Array<string | number>;
  /** The events, statements, figures and claims that go; a claim takes its positions along. */
  facts?: Array<string | number>;
  /** Why; kept in the audit. */
  reason: string;
};

/** A fact is withdrawn: it stays, marked. */
export type RetractFactInput = {
  /** The event, statement, figure or position. */
  id: string | number;
  /** Why; shown with the fact. */
  reason: string;
};

/** The document that carries a fact, and where its text is stored the exact words. */
export type CitationInput = {
  /** Needed. The address of the page; that of an article in this system ties the fact to it. */
  url?: string | null | undefined;
  /** The version of the article that was read; else the latest. */
  version?: number | null | undefined;
  /** Where the quoted words begin in the stored text, in code points from 0. */
  start?: number | null | undefined;
  /** Where the quoted words end, exclusive. */
  end?: number | null | undefined;
};

/** What a record of `ingest` is. */
export type RecordKind =
  | 'SOURCE'
  | 'ACTOR'
  | 'STORY'
  | 'ARTICLE'
  | 'EVENT'
  | 'STATEMENT'
  | 'FIGURE'
  | 'CLAIM'
  | 'POSITION';

/** What became of a record. */
export type IngestOutcome =
  /** It was new. */
  | 'CREATED'
  /** It differed from what was stored: a fact is corrected by a new row, anything else changed in place. */
  | 'UPDATED'
  /** It was stored already, as it is. */
  | 'UNCHANGED'
  /** It was not stored; `problems` says why. */
  | 'REJECTED';

/** A batch of at most 1,000 records, in any order: a record may refer to others of the batch and to what is stored. */
export type IngestInput = {
  /** The records. */
  records: Array<IngestRecordInput>;
};

/** One record of a batch: exactly one of its fields. What a record needs is nullable, so that a record without it is rejected alone. */
export type IngestRecordInput = {
  /** Who publishes documents. */
  source?: SourceRecordInput | null | undefined;
  /** Who speaks or acts. */
  actor?: ActorRecordInput | null | undefined;
  /** A document that a source published. */
  article?: ArticleRecordInput | null | undefined;
  /** A headline and summary of a story. */
  story?: StoryRecordInput | null | undefined;
  /** Something that happened. */
  event?: EventRecordInput | null | undefined;
  /** What an actor said officially. */
  statement?: StatementRecordInput | null | undefined;
  /** A number as one reporter gave it. */
  figure?: FigureRecordInput | null | undefined;
  /** A contested proposition. */
  claim?: ClaimRecordInput | null | undefined;
  /** The position of an actor on a claim. */
  position?: PositionRecordInput | null | undefined;
};

/** Who publishes documents. What is left out stays as it is stored. */
export type SourceRecordInput = {
  /** Needed. The readable name in addresses, by which the same source is known again. */
  slug?: string | null | undefined;
  /** Needed. The name. */
  name?: string | null | undefined;
  /** Needed. What it is. */
  kind?: SourceKind | null | undefined;
  /** Whether it reports on others or speaks for itself; else told by `kind`. */
  role?: SourceRole | null | undefined;
  /** Its country (ISO 3166-1). */
  country?: string | null | undefined;
  /** The address of its site. */
  homepage?: string | null | undefined;
  /** The language that it writes in (BCP 47). */
  language?: string | null | undefined;
  /** Addresses of pages by or about it. */
  pages?: Array<string> | null | undefined;
};

/** Who speaks or acts. What is left out stays as it is stored. */
export type ActorRecordInput = {
  /** Needed. The readable name in addresses, by which the same actor is known again. */
  slug?: string | null | undefined;
  /** Needed. The name. */
  name?: string | null | undefined;
  /** Needed. What it is. */
  kind?: ActorKind | null | undefined;
  /** The country that it speaks for or sits in (ISO 3166-1). */
  country?: string | null | undefined;
  /** Its item of Wikidata, such as Q159. */
  wikidataId?: string | null | undefined;
  /** Its own channel: the slug of a source. */
  source?: string | null | undefined;
};

/** A document that a source published. What is left out stays as it is stored; a new wording is a new version. */
export type ArticleRecordInput = {
  /** Needed. The address, by which the same article is known again, however it is decorated. */
  url?: string | null | undefined;
  /** Needed. Who published it: the slug of a source. */
  source?: string | null | undefined;
  /** The story that it tells: a slug or an id. */
  story?: string | null | undefined;
  /** Your own name for it; kept, and not needed. */
  key?: string | null | undefined;
  /** Needed. The headline. */
  title?: string | null | undefined;
  /** What it says in short. */
  summary?: string | null | undefined;
  /** The full text, where it may be held; citations can then point to exact words. */
  text?: string | null | undefined;
  /** Its language (BCP 47). */
  language?: string | null | undefined;
  /** When it was published: a date such as 2024-03-22, or a date-time by RFC 3339. */
  publishedAt?: string | null | undefined;
  /** How exactly `publishedAt` is known; else told by its form. */
  precision?: Precision | null | undefined;
  /** How `publishedAt` is known; else PAGE. */
  dateBasis?: ArticleDateBasis | null | undefined;
  /** The agency or outlet whose text it carries. */
  syndicatedFrom?: string | null | undefined;
  /** Who and what it names. */
  mentions?: MentionsInput | null | undefined;
  /** The numbers that it gives. */
  figures?: Array<ReportedFigureInput> | null | undefined;
};

/** Who and what an article names. */
export type MentionsInput = {
  /** Codes of ISO 3166-1. */
  countries?: Array<string> | null | undefined;
  /** Names of organisations. */
  organisations?: Array<string> | null | undefined;
  /** Names of people. */
  people?: Array<string> | null | undefined;
};

/** A number that an article gives: `value`, `min` or `max` is needed. */
export type ReportedFigureInput = {
  /** Needed. What is counted. */
  metric?: Metric | null | undefined;
  /** The number. */
  value?: number | null | undefined;
  /** The least it says. */
  min?: number | null | undefined;
  /** The most it says. */
  max?: number | null | undefined;
  /** Whether it says "at least" or "more than"; else false. */
  atLeast?: boolean | null | undefined;
};

/** A headline and summary of a story, new or known. Earlier ones are kept. */
export type StoryRecordInput = {
  /** Needed. The readable name in addresses; a new one makes a new story. */
  slug?: string | null | undefined;
  /** Needed. The headline. */
  headline?: string | null | undefined;
  /** Needed. The story in a few sentences. */
  summary?: string | null | undefined;
  /** From when they hold: a date such as 2024-03-22, or a date-time by RFC 3339; else from now. */
  reportedAt?: string | null | undefined;
  /** How exactly `reportedAt` is known; else told by its form. */
  precision?: Precision | null | undefined;
};

/** Something that happened. */
export type EventRecordInput = {
  /** Needed. Your own name for it within the story: the same key again is the same fact, and other content a correction. */
  key?: string | null | undefined;
  /** Needed. The story: a slug or an id, also a former one. */
  story?: string | null | undefined;
  /** Needed. What sort of thing it is. */
  kind?: EventKind | null | undefined;
  /** Needed. What happened, in a line. */
  title?: string | null | undefined;
  /** What happened, in a few sentences. */
  summary?: string | null | undefined;
  /** Needed. When it happened or began: a date such as 2024-03-22, or a date-time by RFC 3339. */
  occurredAt?: string | null | undefined;
  /** How exactly `occurredAt` is known; else told by its form. */
  precision?: Precision | null | undefined;
  /** When it ended: a date such as 2024-03-22, or a date-time by RFC 3339. */
  endedAt?: string | null | undefined;
  /** How exactly `endedAt` is known; else told by its form. */
  endedPrecision?: Precision | null | undefined;
  /** How its time is known; else STATED. */
  timeBasis?: EventTimeBasis | null | undefined;
  /** When it became public: a date such as 2024-03-22, or a date-time by RFC 3339; else from the first dated document or fact that speaks of it. */
  reportedAt?: string | null | undefined;
  /** Where it happened. */
  place?: PlaceInput | null | undefined;
  /** The event that it is a part of: a key. */
  parent?: string | null | undefined;
  /** Needed, at least one. The documents that carry it. */
  citations?: Array<CitationInput> | null | undefined;
};

/** Where an event happened, as exactly as it is known. */
export type PlaceInput = {
  /** Needed. The name. */
  name?: string | null | undefined;
  /** The country (ISO 3166-1). */
  country?: string | null | undefined;
  /** Degrees north (WGS 84), with `longitude`. */
  latitude?: number | null | undefined;
  /** Degrees east (WGS 84), with `latitude`. */
  longitude?: number | null | undefined;
  /** How the coordinates are known. */
  coordinateBasis?: CoordinateBasis | null | undefined;
};

/** What an actor said officially, through a channel, with its stances. */
export type StatementRecordInput = {
  /** Needed. Your own name for it within the story: the same key again is the same fact, and other content a correction. */
  key?: string | null | undefined;
  /** Needed. The story: a slug or an id, also a former one. */
  story?: string | null | undefined;
  /** Needed. Whose statement it is: the slug of an actor. */
  issuer?: string | null | undefined;
  /** Who spoke; left out where the body itself did. */
  speaker?: SpeakerInput | null | undefined;
  /** Needed. When it was made: a date such as 2024-03-22, or a date-time by RFC 3339. */
  issuedAt?: string | null | undefined;
  /** How exactly `issuedAt` is known; else told by its form. */
  precision?: Precision | null | undefined;
  /** How `issuedAt` is known; else STATED. */
  dateBasis?: StatementDateBasis | null | undefined;
  /** Needed. Through what it was made. */
  channel?: Channel | null | undefined;
  /** The language that it was seen in (BCP 47). */
  language?: string | null | undefined;
  /** Needed, at least one. What it does. */
  stances?: Array<Stance> | null | undefined;
  /** Needed. What it says in short; not a quotation. */
  summary?: string | null | undefined;
  /** Whether its wording was seen; else FULL. */
  detail?: StatementDetail | null | undefined;
  /** What it answers. */
  answers?: AnswersInput | null | undefined;
  /** Needed, at least one. The documents that carry it. */
  citations?: Array<CitationInput> | null | undefined;
};

/** Who spoke, and in which office at the time. */
export type SpeakerInput = {
  /** Needed. The name. */
  name?: string | null | undefined;
  /** The office at the time. */
  role?: string | null | undefined;
};

/** What a statement answers: exactly one of the two. */
export type AnswersInput = {
  /** The key of an event. */
  event?: string | null | undefined;
  /** The key of a statement. */
  statement?: string | null | undefined;
};

/** A number for one metric of one event, as one reporter gave it at one time: `value`, `min` or `max` is needed. */
export type FigureRecordInput = {
  /** Needed. Your own name for it within the story: the same key again is the same fact, and other content a correction. */
  key?: string | null | undefined;
  /** Needed. The story: a slug or an id, also a former one. */
  story?: string | null | undefined;
  /** Needed. The event that it is about: a key. */
  event?: string | null | undefined;
  /** Needed. What is counted. */
  metric?: Metric | null | undefined;
  /** The number. */
  value?: number | null | undefined;
  /** The least it may be. */
  min?: number | null | undefined;
  /** The most it may be. */
  max?: number | null | undefined;
  /** Whether "at least" or "more than" was said; else false. */
  atLeast?: boolean | null | undefined;
  /** Whether the reporter is an authority; else false. */
  official?: boolean | null | undefined;
  /** Needed. Who gave it, by the name under which it was given. */
  reporter?: string | null | undefined;
  /** The reporter as an actor: a slug; else the one actor of exactly that name. */
  reporterActor?: string | null | undefined;
  /** The reporter as a source: a slug; else the one source of exactly that name. */
  reporterSource?: string | null | undefined;
  /** Needed. When it was given: a date such as 2024-03-22, or a date-time by RFC 3339. */
  reportedAt?: string | null | undefined;
  /** How exactly `reportedAt` is known; else told by its form. */
  precision?: Precision | null | undefined;
  /** How `reportedAt` is known; else REPORT_DATE. */
  timeBasis?: FigureTimeBasis | null | undefined;
  /** The moment that the count refers to, where the reporter said: a date such as 2024-03-22, or a date-time by RFC 3339. */
  statedAsOf?: string | null | undefined;
  /** What one should know about it. */
  note?: string | null | undefined;
  /** Its place in the order of reports of this metric, where that order is known. */
  sequence?: number | null | undefined;
  /** Needed, at least one. The documents that carry it. */
  citations?: Array<CitationInput> | null | undefined;
};

/** A contested proposition, and how it was judged. Another judgement is added to the earlier ones. */
export type ClaimRecordInput = {
  /** Needed. Your own name for it within the story: the same key again is the same fact, and other content a correction. */
  key?: string | null | undefined;
  /** Needed. The story: a slug or an id, also a former one. */
  story?: string | null | undefined;
  /** Needed. What it is about. */
  kind?: ClaimKind | null | undefined;
  /** The event that it is about: a key. */
  about?: string | null | undefined;
  /** Needed. What is claimed, as a sentence that can be true or false. */
  proposition?: string | null | undefined;
  /** How it was judged. */
  status?: ClaimStatus | null | undefined;
  /** What the judgement adds. */
  note?: string | null | undefined;
  /** When it was judged: a date such as 2024-03-22, or a date-time by RFC 3339; else now. */
  assessedAt?: string | null | undefined;
  /** How exactly `assessedAt` is known; else told by its form. */
  assessedPrecision?: Precision | null | undefined;
};

/** The position of an actor on a claim, resting on a statement or an article: exactly one of the two. */
export type PositionRecordInput = {
  /** Your own name for it within the story; else made of claim, basis and polarity. */
  key?: string | null | undefined;
  /** Needed. The story: a slug or an id, also a former one. */
  story?: string | null | undefined;
  /** Needed. The claim: a key. */
  claim?: string | null | undefined;
  /** The statement that it rests on: a key. */
  statement?: string | null | undefined;
  /** The article that it rests on: an address. It must belong to the story. */
  article?: string | null | undefined;
  /** Whose position it is: the slug of an actor; else who issued the statement or published the article. */
  holder?: string | null | undefined;
  /** Needed. Which side it is on. */
  polarity?: Polarity | null | undefined;
  /** When it was taken: a date such as 2024-03-22, or a date-time by RFC 3339; else the time of what it rests on. */
  takenAt?: string | null | undefined;
  /** How exactly `takenAt` is known; else told by its form. */
  precision?: Precision | null | undefined;
  /** The grounds that were given. */
  evidence?: string | null | undefined;
  /** The documents that carry it; else those of what it rests on. */
  citations?: Array<CitationInput> | null | undefined;
};

/** What is said of a feed when it is registered. Only its address is needed. */
export type RegisterFeedInput = {
  /** The address, http or https. */
  url: string;
  /** Who publishes it: a slug or an id; else the source of the feed's host, made where there is none. */
  source?: string | null | undefined;
  /** How a source that is made is called; else like its host. */
  sourceName?: string | null | undefined;
  /** How to call it; else as it calls itself. */
  title?: string | null | undefined;
  /** The folder in which lists of feeds hold it, levels apart by `/`. */
  folder?: string | null | undefined;
  /** Minutes from one poll to the next to begin with, 5 to 1440; else 15. Its news and its own wishes change it. */
  intervalMinutes?: number | null | undefined;
  /** Whether the pages of its new articles are fetched for their full text; else not. */
  fullText?: boolean | null | undefined;
  /** Whether it is not to be polled for now. A later registration without this wakes it. */
  paused?: boolean | null | undefined;
};

export type ArticlePageQueryVariables = Exact<{
  filter?: ArticleFilter | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type ArticlePageQuery = { articles: { edges: Array<{ cursor: string, node: { id: string, title: string, url: string, publishedAt: string | null, firstSeenAt: string, language: string | null, source: { name: string }, story: { slug: string } | null } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type ContestedClaimsQueryVariables = Exact<{
  slug: string;
}>;


export type ContestedClaimsQuery = { story: { claims: { nodes: Array<{ kind: ClaimKind, proposition: string, status: ClaimStatus, positions: { nodes: Array<{ polarity: Polarity, takenAt: string, evidence: string | null, holder: { name: string, kind: ActorKind, country: { code: string } | null }, basis:
              | { __typename: 'Statement', id: string, summary: string, answeredBy: { nodes: Array<{ id: string, summary: string }> } }
              | { __typename: 'Article', id: string, title: string }
             }> } }> } } | null };

export type MergeStoriesMutationVariables = Exact<{
  input: MergeStoriesInput;
}>;


export type MergeStoriesMutation = { mergeStories: { story: { id: string, slug: string }, edit: { id: string, reason: string } } };

export type SplitStoryMutationVariables = Exact<{
  input: SplitStoryInput;
}>;


export type SplitStoryMutation = { splitStory: { story: { id: string, slug: string }, newStory: { id: string, slug: string }, edit: { id: string } } };

export type UndoEditMutationVariables = Exact<{
  id: string | number;
  reason: string;
}>;


export type UndoEditMutation = { undoEdit: { edit: { id: string, undoneAt: string | null } } };

export type RetractFactMutationVariables = Exact<{
  input: RetractFactInput;
}>;


export type RetractFactMutation = { retractFact: { fact:
      | { __typename: 'Event', id: string, retraction: { reason: string, at: string } | null }
      | { __typename: 'Statement', id: string, retraction: { reason: string, at: string } | null }
      | { __typename: 'Position', id: string, retraction: { reason: string, at: string } | null }
      | { __typename: 'Figure', id: string, retraction: { reason: string, at: string } | null }
     } };

export type RegisterFeedMutationVariables = Exact<{
  input: RegisterFeedInput;
}>;


export type RegisterFeedMutation = { registerFeed: { feed: { id: string, url: string, format: FeedFormat | null, nextPollAt: string, source: { slug: string, name: string } } } };

export type PollFeedMutationVariables = Exact<{
  id: string | number;
}>;


export type PollFeedMutation = { pollFeed: { poll: { outcome: PollOutcome, itemsSeen: number, itemsNew: number, httpStatus: number | null, durationMs: number | null, problem: string | null } } };

export type FeedHealthQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  filter?: FeedFilter | null | undefined;
}>;


export type FeedHealthQuery = { feeds: { nodes: Array<{ id: string, url: string, status: FeedStatus, lastPolledAt: string | null, lastSucceededAt: string | null, nextPollAt: string, consecutiveFailures: number, lastProblem: string | null, polls: { nodes: Array<{ at: string, outcome: PollOutcome, httpStatus: number | null, itemsNew: number, durationMs: number | null }> } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type IngestMutationVariables = Exact<{
  input: IngestInput;
}>;


export type IngestMutation = { ingest: { created: number, updated: number, unchanged: number, rejected: number, results: Array<{ index: number, kind: RecordKind | null, outcome: IngestOutcome, node:
        | { __typename: 'Source', id: string }
        | { __typename: 'Actor', id: string }
        | { __typename: 'Article', id: string }
        | { __typename: 'Story', id: string }
        | { __typename: 'Event', id: string }
        | { __typename: 'Claim', id: string }
        | { __typename: 'Statement', id: string }
        | { __typename: 'Position', id: string }
        | { __typename: 'Figure', id: string }
        | { __typename: 'Feed', id: string }
       | null, problems: Array<{ path: string, message: string }> }> } };

export type ResponseMapQueryVariables = Exact<{
  slug: string;
  asOf?: string | null | undefined;
}>;


export type ResponseMapQuery = { story: { responseMap: Array<{ status: ResponseStatus, firstAt: string | null, lastCheckedAt: string | null, country: { code: string, name: string }, stances: Array<{ stance: Stance, count: number }> }> } | null };

export type SearchQueryVariables = Exact<{
  query: string;
  in?: Array<SearchKind> | SearchKind | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type SearchQuery = { search: { edges: Array<{ cursor: string, score: number, highlight: string, node:
        | { __typename: 'Story', slug: string, headline: string }
        | { __typename: 'Article', title: string, url: string, publishedAt: string | null }
        | { __typename: 'Statement', summary: string, issuedAt: string }
        | { __typename: 'Event', title: string, occurredAt: string }
       }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type SearchFeedQueryVariables = Exact<{
  query: string;
  asOf?: string | null | undefined;
  first?: number | null | undefined;
}>;


export type SearchFeedQuery = { search: { nodes: Array<
      | { __typename: 'Story', id: string, slug: string, headline: string, summary: string, startedAt: string, revisions: Array<{ reportedAt: string, recordedAt: string }> }
      | { __typename: 'Article', id: string, url: string, title: string, language: string | null, firstSeenAt: string, revisedAt: string | null, publicAt: string, about: string | null, source: { name: string } }
      | { __typename: 'Statement', id: string, reportedAt: string, publicAt: string, recordedAt: string, issuedAt: string, precision: Precision, said: string, story: { slug: string }, issuer: { name: string }, speaker: { name: string, role: string | null } | null, retraction: { reason: string, at: string } | null, citations: Array<{ url: string, article: { title: string, source: { name: string } } | null }>, supersedes:
          | { id: string, reportedAt: string, publicAt: string, recordedAt: string, said: string, supersedes:
              | { id: string, reportedAt: string, publicAt: string, recordedAt: string, said: string, supersedes:
                  | { id: string, reportedAt: string, publicAt: string, recordedAt: string, said: string }
                  | Record<PropertyKey, never>
                 | null }
              | Record<PropertyKey, never>
             | null }
          | Record<PropertyKey, never>
         | null }
      | { __typename: 'Event', id: string, reportedAt: string, publicAt: string, recordedAt: string, title: string, occurredAt: string, precision: Precision, about: string | null, story: { slug: string }, retraction: { reason: string, at: string } | null, citations: Array<{ url: string, article: { title: string, source: { name: string } } | null }>, supersedes:
          | { id: string, reportedAt: string, publicAt: string, recordedAt: string, title: string, supersedes:
              | { id: string, reportedAt: string, publicAt: string, recordedAt: string, title: string, supersedes:
                  | { id: string, reportedAt: string, publicAt: string, recordedAt: string, title: string }
                  | Record<PropertyKey, never>
                 | null }
              | Record<PropertyKey, never>
             | null }
          | Record<PropertyKey, never>
         | null }
    > } };

export type StoryChangesQueryVariables = Exact<{
  slug: string;
  since?: string | null | undefined;
  first?: number | null | undefined;
}>;


export type StoryChangesQuery = { changes: { edges: Array<{ cursor: string, node: { kind: ChangeKind, at: string, node:
          | { __typename: 'Source', id: string }
          | { __typename: 'Actor', id: string }
          | { __typename: 'Article', id: string }
          | { __typename: 'Story', id: string }
          | { __typename: 'Event', id: string }
          | { __typename: 'Claim', id: string }
          | { __typename: 'Statement', id: string }
          | { __typename: 'Position', id: string }
          | { __typename: 'Figure', id: string }
          | { __typename: 'Feed', id: string }
         | null } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type OnStoryChangeSubscriptionVariables = Exact<{
  slug?: string | null | undefined;
  since?: string | null | undefined;
}>;


export type OnStoryChangeSubscription = { changed: { cursor: string, node: { kind: ChangeKind, at: string, node:
        | { __typename: 'Source', id: string }
        | { __typename: 'Actor', id: string }
        | { __typename: 'Article', id: string }
        | { __typename: 'Story', id: string }
        | { __typename: 'Event', id: string }
        | { __typename: 'Claim', id: string }
        | { __typename: 'Statement', id: string }
        | { __typename: 'Position', id: string }
        | { __typename: 'Figure', id: string }
        | { __typename: 'Feed', id: string }
       | null } } };

export type StoryFeedQueryVariables = Exact<{
  slug: string;
  asOf?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
}>;


export type StoryFeedQuery = { story: { id: string, slug: string, headline: string, summary: string, startedAt: string, revisions: Array<{ reportedAt: string, recordedAt: string }>, tallies: Array<{ metric: Metric, low: number, high: number, latestOfficial: { value: number | null, min: number | null, max: number | null, atLeast: boolean, reporter: { name: string }, event: { title: string, occurredAt: string, endedAt: string | null, place: { name: string, latitude: number | null, longitude: number | null, country: { code: string, name: string } | null } | null } | null } | null }>, timeline: { nodes: Array<
        | { __typename: 'Event', id: string, reportedAt: string, publicAt: string, recordedAt: string, title: string, occurredAt: string, precision: Precision, about: string | null, retraction: { reason: string, at: string } | null, citations: Array<{ url: string, article: { title: string, source: { name: string } } | null }>, supersedes:
            | { id: string, reportedAt: string, publicAt: string, recordedAt: string, title: string, supersedes:
                | { id: string, reportedAt: string, publicAt: string, recordedAt: string, title: string, supersedes:
                    | { id: string, reportedAt: string, publicAt: string, recordedAt: string, title: string }
                    | Record<PropertyKey, never>
                   | null }
                | Record<PropertyKey, never>
               | null }
            | Record<PropertyKey, never>
           | null }
        | { __typename: 'Statement', id: string, reportedAt: string, publicAt: string, recordedAt: string, issuedAt: string, precision: Precision, said: string, issuer: { name: string }, speaker: { name: string, role: string | null } | null, retraction: { reason: string, at: string } | null, citations: Array<{ url: string, article: { title: string, source: { name: string } } | null }>, supersedes:
            | { id: string, reportedAt: string, publicAt: string, recordedAt: string, said: string, supersedes:
                | { id: string, reportedAt: string, publicAt: string, recordedAt: string, said: string, supersedes:
                    | { id: string, reportedAt: string, publicAt: string, recordedAt: string, said: string }
                    | Record<PropertyKey, never>
                   | null }
                | Record<PropertyKey, never>
               | null }
            | Record<PropertyKey, never>
           | null }
        | { __typename: 'Figure', id: string, reportedAt: string, publicAt: string, recordedAt: string, metric: Metric, value: number | null, min: number | null, max: number | null, atLeast: boolean, official: boolean, note: string | null, precision: Precision, reporter: { name: string }, retraction: { reason: string, at: string } | null, citations: Array<{ url: string, article: { title: string, source: { name: string } } | null }>, supersedes:
            | { id: string, reportedAt: string, publicAt: string, recordedAt: string, value: number | null, min: number | null, max: number | null, atLeast: boolean, supersedes:
                | { id: string, reportedAt: string, publicAt: string, recordedAt: string, value: number | null, min: number | null, max: number | null, atLeast: boolean, supersedes:
                    | { id: string, reportedAt: string, publicAt: string, recordedAt: string, value: number | null, min: number | null, max: number | null, atLeast: boolean }
                    | Record<PropertyKey, never>
                   | null }
                | Record<PropertyKey, never>
               | null }
            | Record<PropertyKey, never>
           | null }
        | { __typename: 'Article' }
      >, pageInfo: { hasPreviousPage: boolean, startCursor: string | null } } } | null };

export type StoryInOneRequestQueryVariables = Exact<{
  slug: string;
  asOf?: string | null | undefined;
}>;


export type StoryInOneRequestQuery = { story: { id: string, slug: string, headline: string, summary: string, status: StoryStatus, startedAt: string, lastActivityAt: string, tallies: Array<{ metric: Metric, low: number, high: number, reportCount: number, latestOfficial: { value: number | null, atLeast: boolean, reportedAt: string, reporter: { name: string } } | null }>, events: { totalCount: number, nodes: Array<{ id: string, kind: EventKind, title: string, summary: string | null, occurredAt: string, endedAt: string | null, precision: Precision, place: { name: string, latitude: number | null, longitude: number | null, country: { code: string, name: string } | null } | null, citations: Array<{ url: string, article: { title: string } | null }> }> }, articles: { totalCount: number, nodes: Array<{ id: string, title: string, url: string, publishedAt: string | null, language: string | null, source: { name: string, country: { code: string } | null } }> }, statements: { totalCount: number, nodes: Array<{ id: string, channel: Channel, stances: Array<Stance>, issuedAt: string, precision: Precision, language: string | null, summary: string, issuer: { name: string, kind: ActorKind, country: { code: string, name: string } | null }, speaker: { name: string, role: string | null } | null, answers:
          | { __typename: 'Event', title: string }
          | { __typename: 'Statement', summary: string }
         | null, citations: Array<{ url: string }> }> }, responses: { totalCount: number, nodes: Array<{ statementCount: number, firstAt: string, latestAt: string, actor: { name: string, kind: ActorKind, country: { code: string } | null }, stances: Array<{ stance: Stance, count: number }> }> }, figures: { totalCount: number, nodes: Array<{ id: string, metric: Metric, value: number | null, min: number | null, max: number | null, atLeast: boolean, official: boolean, reportedAt: string, precision: Precision, reporter: { name: string }, citations: Array<{ url: string }> }> }, claims: { totalCount: number, nodes: Array<{ id: string, kind: ClaimKind, proposition: string, status: ClaimStatus, positions: { totalCount: number, nodes: Array<{ polarity: Polarity, takenAt: string, evidence: string | null, holder: { name: string }, basis:
              | { __typename: 'Statement' }
              | { __typename: 'Article' }
             }> } }> } } | null };

export type StoryListQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  filter?: StoryFilter | null | undefined;
}>;


export type StoryListQuery = { stories: { edges: Array<{ cursor: string, node: { id: string, slug: string, headline: string, status: StoryStatus, lastActivityAt: string, coverage: { articleCount: number, sourceCount: number, languageCount: number, countryCount: number, originCount: number }, articles: { nodes: Array<{ title: string, url: string, publishedAt: string | null, source: { name: string } }> }, statements: { nodes: Array<{ summary: string, issuedAt: string, stances: Array<Stance>, issuer: { name: string } }> } } }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } };

export type StoryTimelineQueryVariables = Exact<{
  slug: string;
  first?: number | null | undefined;
  after?: string | null | undefined;
  kinds?: Array<TimelineKind> | TimelineKind | null | undefined;
  asOf?: string | null | undefined;
}>;


export type StoryTimelineQuery = { story: { timeline: { edges: Array<{ cursor: string, node:
          | { __typename: 'Event', title: string, occurredAt: string, kind: EventKind }
          | { __typename: 'Statement', summary: string, issuedAt: string, issuer: { name: string } }
          | { __typename: 'Figure', metric: Metric, value: number | null, reportedAt: string, reporter: { name: string } }
          | { __typename: 'Article', title: string, publishedAt: string | null, source: { name: string } }
         }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } } | null };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}

export const ArticlePageDocument = new TypedDocumentString(`
    query ArticlePage($filter: ArticleFilter, $first: Int = 20, $after: String) {
  articles(filter: $filter, first: $first, after: $after) {
    edges {
      cursor
      node {
        id
        title
        url
        publishedAt
        firstSeenAt
        language
        source {
          name
        }
        story {
          slug
        }
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<ArticlePageQuery, ArticlePageQueryVariables>;
export const ContestedClaimsDocument = new TypedDocumentString(`
    query ContestedClaims($slug: String!) {
  story(slug: $slug) {
    claims(first: 50, statuses: [DISPUTED, DENIED, UNVERIFIED]) {
      nodes {
        kind
        proposition
        status
        positions(first: 20) {
          nodes {
            polarity
            takenAt
            evidence
            holder {
              name
              kind
              country {
                code
              }
            }
            basis {
              __typename
              ... on Statement {
                id
                summary
                answeredBy(first: 5) {
                  nodes {
                    id
                    summary
                  }
                }
              }
              ... on Article {
                id
                title
              }
            }
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ContestedClaimsQuery, ContestedClaimsQueryVariables>;
export const MergeStoriesDocument = new TypedDocumentString(`
    mutation MergeStories($input: MergeStoriesInput!) {
  mergeStories(input: $input) {
    story {
      id
      slug
    }
    edit {
      id
      reason
    }
  }
}
    `) as unknown as TypedDocumentString<MergeStoriesMutation, MergeStoriesMutationVariables>;
export const SplitStoryDocument = new TypedDocumentString(`
    mutation SplitStory($input: SplitStoryInput!) {
  splitStory(input: $input) {
    story {
      id
      slug
    }
    newStory {
      id
      slug
    }
    edit {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<SplitStoryMutation, SplitStoryMutationVariables>;
export const UndoEditDocument = new TypedDocumentString(`
    mutation UndoEdit($id: ID!, $reason: String!) {
  undoEdit(id: $id, reason: $reason) {
    edit {
      id
      undoneAt
    }
  }
}
    `) as unknown as TypedDocumentString<UndoEditMutation, UndoEditMutationVariables>;
export const RetractFactDocument = new TypedDocumentString(`
    mutation RetractFact($input: RetractFactInput!) {
  retractFact(input: $input) {
    fact {
      __typename
      id
      retraction {
        reason
        at
      }
    }
  }
}
    `) as unknown as TypedDocumentString<RetractFactMutation, RetractFactMutationVariables>;
export const RegisterFeedDocument = new TypedDocumentString(`
    mutation RegisterFeed($input: RegisterFeedInput!) {
  registerFeed(input: $input) {
    feed {
      id
      url
      format
      source {
        slug
        name
      }
      nextPollAt
    }
  }
}
    `) as unknown as TypedDocumentString<RegisterFeedMutation, RegisterFeedMutationVariables>;
export const PollFeedDocument = new TypedDocumentString(`
    mutation PollFeed($id: ID!) {
  pollFeed(id: $id) {
    poll {
      outcome
      itemsSeen
      itemsNew
      httpStatus
      durationMs
      problem
    }
  }
}
    `) as unknown as TypedDocumentString<PollFeedMutation, PollFeedMutationVariables>;
export const FeedHealthDocument = new TypedDocumentString(`
    query FeedHealth($first: Int = 50, $after: String, $filter: FeedFilter) {
  feeds(first: $first, after: $after, filter: $filter) {
    nodes {
      id
      url
      status
      lastPolledAt
      lastSucceededAt
      nextPollAt
      consecutiveFailures
      lastProblem
      polls(first: 5) {
        nodes {
          at
          outcome
          httpStatus
          itemsNew
          durationMs
        }
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<FeedHealthQuery, FeedHealthQueryVariables>;
export const IngestDocument = new TypedDocumentString(`
    mutation Ingest($input: IngestInput!) {
  ingest(input: $input) {
    created
    updated
    unchanged
    rejected
    results {
      index
      kind
      outcome
      node {
        __typename
        id
      }
      problems {
        path
        message
      }
    }
  }
}
    `) as unknown as TypedDocumentString<IngestMutation, IngestMutationVariables>;
export const ResponseMapDocument = new TypedDocumentString(`
    query ResponseMap($slug: String!, $asOf: DateTime) {
  story(slug: $slug, asOf: $asOf) {
    responseMap {
      country {
        code
        name
      }
      status
      stances {
        stance
        count
      }
      firstAt
      lastCheckedAt
    }
  }
}
    `) as unknown as TypedDocumentString<ResponseMapQuery, ResponseMapQueryVariables>;
export const SearchDocument = new TypedDocumentString(`
    query Search($query: String!, $in: [SearchKind!], $first: Int = 20, $after: String) {
  search(query: $query, in: $in, first: $first, after: $after) {
    edges {
      cursor
      score
      highlight
      node {
        __typename
        ... on Story {
          slug
          headline
        }
        ... on Article {
          title
          url
          publishedAt
        }
        ... on Statement {
          summary
          issuedAt
        }
        ... on Event {
          title
          occurredAt
        }
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<SearchQuery, SearchQueryVariables>;
export const SearchFeedDocument = new TypedDocumentString(`
    query SearchFeed($query: String!, $asOf: DateTime, $first: Int = 100) {
  search(query: $query, asOf: $asOf, first: $first) {
    nodes {
      __typename
      ... on Story {
        id
        slug
        headline
        summary
        startedAt
        revisions {
          reportedAt
          recordedAt
        }
      }
      ... on Article {
        id
        url
        title
        about: summary
        language
        firstSeenAt
        revisedAt
        publicAt
        source {
          name
        }
      }
      ... on Event {
        id
        reportedAt
        publicAt
        recordedAt
        title
        about: summary
        occurredAt
        precision
        story {
          slug
        }
        retraction {
          reason
          at
        }
        citations {
          url
          article {
            title
            source {
              name
            }
          }
        }
        supersedes {
          ... on Event {
            id
            reportedAt
            publicAt
            recordedAt
            title
            supersedes {
              ... on Event {
                id
                reportedAt
                publicAt
                recordedAt
                title
                supersedes {
                  ... on Event {
                    id
                    reportedAt
                    publicAt
                    recordedAt
                    title
                  }
                }
              }
            }
          }
        }
      }
      ... on Statement {
        id
        reportedAt
        publicAt
        recordedAt
        said: summary
        issuedAt
        precision
        story {
          slug
        }
        issuer {
          name
        }
        speaker {
          name
          role
        }
        retraction {
          reason
          at
        }
        citations {
          url
          article {
            title
            source {
              name
            }
          }
        }
        supersedes {
          ... on Statement {
            id
            reportedAt
            publicAt
            recordedAt
            said: summary
            supersedes {
              ... on Statement {
                id
                reportedAt
                publicAt
                recordedAt
                said: summary
                supersedes {
                  ... on Statement {
                    id
                    reportedAt
                    publicAt
                    recordedAt
                    said: summary
                  }
                }
              }
            }
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<SearchFeedQuery, SearchFeedQueryVariables>;
export const StoryChangesDocument = new TypedDocumentString(`
    query StoryChanges($slug: String!, $since: String, $first: Int = 100) {
  changes(story: $slug, since: $since, first: $first) {
    edges {
      cursor
      node {
        kind
        at
        node {
          __typename
          id
        }
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<StoryChangesQuery, StoryChangesQueryVariables>;
export const OnStoryChangeDocument = new TypedDocumentString(`
    subscription OnStoryChange($slug: String, $since: String) {
  changed(story: $slug, since: $since) {
    cursor
    node {
      kind
      at
      node {
        __typename
        id
      }
    }
  }
}
    `) as unknown as TypedDocumentString<OnStoryChangeSubscription, OnStoryChangeSubscriptionVariables>;
export const StoryFeedDocument = new TypedDocumentString(`
    query StoryFeed($slug: String!, $asOf: DateTime, $last: Int = 100, $before: String) {
  story(slug: $slug, asOf: $asOf) {
    id
    slug
    headline
    summary
    startedAt
    revisions {
      reportedAt
      recordedAt
    }
    tallies {
      metric
      low
      high
      latestOfficial {
        value
        min
        max
        atLeast
        reporter {
          name
        }
        event {
          title
          occurredAt
          endedAt
          place {
            name
            latitude
            longitude
            country {
              code
              name
            }
          }
        }
      }
    }
    timeline(
      last: $last
      before: $before
      kinds: [EVENT, STATEMENT, FIGURE]
      by: PUBLISHED
    ) {
      nodes {
        __typename
        ... on Event {
          id
          reportedAt
          publicAt
          recordedAt
          title
          about: summary
          occurredAt
          precision
          retraction {
            reason
            at
          }
          citations {
            url
            article {
              title
              source {
                name
              }
            }
          }
          supersedes {
            ... on Event {
              id
              reportedAt
              publicAt
              recordedAt
              title
              supersedes {
                ... on Event {
                  id
                  reportedAt
                  publicAt
                  recordedAt
                  title
                  supersedes {
                    ... on Event {
                      id
                      reportedAt
                      publicAt
                      recordedAt
                      title
                    }
                  }
                }
              }
            }
          }
        }
        ... on Statement {
          id
          reportedAt
          publicAt
          recordedAt
          said: summary
          issuedAt
          precision
          issuer {
            name
          }
          speaker {
            name
            role
          }
          retraction {
            reason
            at
          }
          citations {
            url
            article {
              title
              source {
                name
              }
            }
          }
          supersedes {
            ... on Statement {
              id
              reportedAt
              publicAt
              recordedAt
              said: summary
              supersedes {
                ... on Statement {
                  id
                  reportedAt
                  publicAt
                  recordedAt
                  said: summary
                  supersedes {
                    ... on Statement {
                      id
                      reportedAt
                      publicAt
                      recordedAt
                      said: summary
                    }
                  }
                }
              }
            }
          }
        }
        ... on Figure {
          id
          reportedAt
          publicAt
          recordedAt
          metric
          value
          min
          max
          atLeast
          official
          note
          precision
          reporter {
            name
          }
          retraction {
            reason
            at
          }
          citations {
            url
            article {
              title
              source {
                name
              }
            }
          }
          supersedes {
            ... on Figure {
              id
              reportedAt
              publicAt
              recordedAt
              value
              min
              max
              atLeast
              supersedes {
                ... on Figure {
                  id
                  reportedAt
                  publicAt
                  recordedAt
                  value
                  min
                  max
                  atLeast
                  supersedes {
                    ... on Figure {
                      id
                      reportedAt
                      publicAt
                      recordedAt
                      value
                      min
                      max
                      atLeast
                    }
                  }
                }
              }
            }
          }
        }
      }
      pageInfo {
        hasPreviousPage
        startCursor
      }
    }
  }
}
    `) as unknown as TypedDocumentString<StoryFeedQuery, StoryFeedQueryVariables>;
export const StoryInOneRequestDocument = new TypedDocumentString(`
    query StoryInOneRequest($slug: String!, $asOf: DateTime) {
  story(slug: $slug, asOf: $asOf) {
    id
    slug
    headline
    summary
    status
    startedAt
    lastActivityAt
    tallies {
      metric
      low
      high
      reportCount
      latestOfficial {
        value
        atLeast
        reportedAt
        reporter {
          name
        }
      }
    }
    events(first: 20) {
      totalCount
      nodes {
        id
        kind
        title
        summary
        occurredAt
        endedAt
        precision
        place {
          name
          latitude
          longitude
          country {
            code
            name
          }
        }
        citations {
          url
          article {
            title
          }
        }
      }
    }
    articles(first: 20) {
      totalCount
      nodes {
        id
        title
        url
        publishedAt
        language
        source {
          name
          country {
            code
          }
        }
      }
    }
    statements(first: 50) {
      totalCount
      nodes {
        id
        channel
        stances
        issuedAt
        precision
        language
        summary
        issuer {
          name
          kind
          country {
            code
            name
          }
        }
        speaker {
          name
          role
        }
        answers {
          __typename
          ... on Event {
            title
          }
          ... on Statement {
            summary
          }
        }
        citations {
          url
        }
      }
    }
    responses(first: 100) {
      totalCount
      nodes {
        actor {
          name
          kind
          country {
            code
          }
        }
        statementCount
        stances {
          stance
          count
        }
        firstAt
        latestAt
      }
    }
    figures(metric: KILLED, first: 30) {
      totalCount
      nodes {
        id
        metric
        value
        min
        max
        atLeast
        official
        reportedAt
        precision
        reporter {
          name
        }
        citations {
          url
        }
      }
    }
    claims(first: 30) {
      totalCount
      nodes {
        id
        kind
        proposition
        status
        positions(first: 5) {
          totalCount
          nodes {
            polarity
            takenAt
            evidence
            holder {
              name
            }
            basis {
              __typename
            }
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<StoryInOneRequestQuery, StoryInOneRequestQueryVariables>;
export const StoryListDocument = new TypedDocumentString(`
    query StoryList($first: Int = 20, $after: String, $filter: StoryFilter) {
  stories(
    first: $first
    after: $after
    filter: $filter
    orderBy: {field: LAST_ACTIVITY_AT, direction: DESC}
  ) {
    edges {
      cursor
      node {
        id
        slug
        headline
        status
        lastActivityAt
        coverage {
          articleCount
          sourceCount
          languageCount
          countryCount
          originCount
        }
        articles(first: 3) {
          nodes {
            title
            url
            publishedAt
            source {
              name
            }
          }
        }
        statements(first: 3) {
          nodes {
            summary
            issuedAt
            issuer {
              name
            }
            stances
          }
        }
      }
    }
    pageInfo {
      hasNextPage
      hasPreviousPage
      startCursor
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<StoryListQuery, StoryListQueryVariables>;
export const StoryTimelineDocument = new TypedDocumentString(`
    query StoryTimeline($slug: String!, $first: Int = 50, $after: String, $kinds: [TimelineKind!], $asOf: DateTime) {
  story(slug: $slug, asOf: $asOf) {
    timeline(first: $first, after: $after, kinds: $kinds) {
      edges {
        cursor
        node {
          __typename
          ... on Event {
            title
            occurredAt
            kind
          }
          ... on Statement {
            summary
            issuedAt
            issuer {
              name
            }
          }
          ... on Figure {
            metric
            value
            reportedAt
            reporter {
              name
            }
          }
          ... on Article {
            title
            publishedAt
            source {
              name
            }
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
}
    `) as unknown as TypedDocumentString<StoryTimelineQuery, StoryTimelineQueryVariables>;