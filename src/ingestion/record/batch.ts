import type { EntityManager } from 'typeorm';
import { shown } from '../../platform/errors';
import type { Known } from './known';
import type { ArticleOnHand } from './store-articles';
import type { StoredSpan } from './store-citations';
import type { IngestResult } from './ingest-payload';
import { IngestOutcome, RecordKind } from './record-kind';
import { fieldOf, type Item, nameOf, problemsAt, within } from './read-records';
import { Unfit, unfit } from './shape';

/** A row that a record may name by its slug. */
export interface Named {
  id: string;
  slug: string;
  name: string;
  country_code: string | null;
}

/** One attempt at storing a batch: what it knows so far, and what became of its records. An attempt that fails is thrown away whole. */
export class Batch {
  readonly results = new Map<number, IngestResult>();
  readonly countries = new Set<string>();
  readonly sources = new Map<string, Named>();
  readonly actors = new Map<string, Named>();
  readonly stories = new Map<string, { id: string }>();
  readonly articles = new Map<string, ArticleOnHand>();
  readonly facts = new Map<string, Known>();
  readonly spans = new Map<string, StoredSpan>();
  readonly madeStories: string[] = [];

  constructor(
    readonly db: EntityManager,
    readonly now: Date,
    readonly items: readonly Item[],
    private readonly rejected: Map<string, number>,
  ) {}

  /** The records of one kind that nothing is decided about yet. */
  of<K extends RecordKind>(kind: K): Item<K>[] {
    return this.items.filter((item): item is Item<K> => item.kind === kind && !this.results.has(item.index));
  }

  /** All records of one kind. */
  all<K extends RecordKind>(kind: K): Item<K>[] {
    return this.items.filter((item): item is Item<K> => item.kind === kind);
  }

  /** Says what became of a record, and which row it is. */
  settle(item: Item, outcome: IngestOutcome, uuid: string): void {
    const type = item.kind.charAt(0) + item.kind.slice(1).toLowerCase();
    this.results.set(item.index, { index: item.index, kind: item.kind, outcome, node: { type, uuid }, problems: [] });
  }

  /** Runs what may find a record unfit, and rejects the record where it does. */
  attempt(item: Item, run: () => void): void {
    try {
      within(`.${fieldOf(item.kind)}`, run);
    } catch (error) {
      if (!(error instanceof Unfit)) throw error;
      const problems = problemsAt(item.index, error);
      this.results.set(item.index, { index: item.index, kind: item.kind, outcome: IngestOutcome.REJECTED, node: null, problems });
      this.rejected.set(nameOf(item.kind, item.given), item.index);
    }
  }

  /** Refuses a reference that leads nowhere, and says whether that is because its target was rejected. */
  missing(kind: RecordKind, name: string, path: string, called = shown(name)): Unfit {
    const culprit = this.rejected.get(`${kind} ${name}`);
    if (culprit !== undefined)
      return unfit(`It refers to the ${fieldOf(kind)} ${called} of records[${culprit}], which was rejected.`, path);
    return unfit(`There is no ${fieldOf(kind)} ${called}, neither in this batch nor stored.`, path);
  }

  /** Whether a record of this batch by this name was rejected. */
  wasRejected(kind: RecordKind, name: string): boolean {
    return this.rejected.has(`${kind} ${name}`);
  }

  /** The country of a code, which must exist. */
  country(code: string | null, path: string): string | null {
    if (code !== null && !this.countries.has(code)) throw unfit(`There is no country with the code ${shown(code)} in ISO 3166-1.`, path);
    return code;
  }

  /** The source of a slug. */
  source(slug: string, path: string): Named {
    const found = this.sources.get(slug);
    if (!found) throw this.missing(RecordKind.SOURCE, slug, path);
    return found;
  }

  /** The actor of a slug. */
  actor(slug: string, path: string): Named {
    const found = this.actors.get(slug);
    if (!found) throw this.missing(RecordKind.ACTOR, slug, path);
    return found;
  }

  /** The story that a slug or an id, also a former one, leads to. */
  story(reference: string): { id: string } {
    const found = this.stories.get(reference);
    if (!found) throw this.missing(RecordKind.STORY, reference, '.story');
    return found;
  }
}
