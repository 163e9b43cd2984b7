import { utf8 } from '../platform/utf8';
import type { KeptAnswers } from './kept-answers';
import type { JsonPiece } from './planned-answer';
import { SharedReads } from './shared-reads';

/** How an answer that may be kept is read. */
export interface Readings {
  /** Its version alone. */
  version: () => Promise<string | null>;
  /** The answer with its version, both of one moment; null where there is none. An answer without a version is not kept. */
  anew: () => Promise<{ text: string; version: string | null } | null>;
}

/** Answers out of what is kept, where the database says that they are still those of now. */
export class CurrentAnswers {
  private readonly reads = new WeakMap<object, SharedReads<JsonPiece | null>>();

  constructor(private readonly kept: KeptAnswers) {}

  /**
   * The answer as it is at a moment after it was asked for: the one that is kept, if its version is still that of the database, else one that is read anew.
   *
   * @param reader  where `readings` read: what one replica answers is not handed to who asked another
   */
  read(key: string, reader: object, readings: Readings): Promise<JsonPiece | null> {
    let shared = this.reads.get(reader);
    if (!shared) this.reads.set(reader, (shared = new SharedReads()));
    return shared.read(key, () => this.look(key, readings));
  }

  private async look(key: string, { version, anew }: Readings): Promise<JsonPiece | null> {
    const known = this.kept.get(key) ?? (await this.kept.recall(key));
    if (known && known.version === (await version())) return known.json;
    const fresh = await anew();
    if (!fresh) return null;
    const { text, version: itsOwn } = fresh;
    if (itsOwn === null) return text;
    const json = utf8(text);
    this.kept.set(key, { version: itsOwn, json });
    return json;
  }
}
