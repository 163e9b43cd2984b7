/** The JSON of an answer as it is sent, in UTF-8, with the version of what it was read from. */
export interface KeptAnswer {
  version: string;
  json: Buffer;
}

/** A second place for answers, behind the memory: shared by processes, and slower. It may forget, and must not fail. */
export interface SharedAnswers {
  get(key: string): Promise<KeptAnswer | undefined>;
  set(key: string, answer: KeptAnswer): void;
}

/** What an entry costs beside what it holds, roughly. */
const OVERHEAD = 300;

/**
 * Answers that are kept in memory by what was asked; the least recently used go first when they outgrow their room. Nothing here knows whether an answer still
 * holds: `CurrentAnswers` asks the database for its version.
 */
export class KeptAnswers {
  private readonly answers = new Map<string, KeptAnswer>();
  private size = 0;

  /**
   * @param most  the room in bytes
   * @param shared  asked for what memory does not hold, and given what is new
   */
  constructor(
    private readonly most: number,
    private readonly shared?: SharedAnswers,
  ) {}

  /** How many bytes are taken. */
  get bytes(): number {
    return this.size;
  }

  get(key: string): KeptAnswer | undefined {
    const answer = this.answers.get(key);
    if (!answer) return undefined;
    this.answers.delete(key);
    this.answers.set(key, answer);
    return answer;
  }

  /** Looks behind the memory, and remembers what is found. */
  async recall(key: string): Promise<KeptAnswer | undefined> {
    const answer = await this.shared?.get(key);
    if (answer) this.remember(key, answer);
    return answer;
  }

  /** Keeps an answer; one that would take more than a quarter of the room is not kept in memory. */
  set(key: string, answer: KeptAnswer): void {
    this.remember(key, answer);
    this.shared?.set(key, answer);
  }

  private remember(key: string, answer: KeptAnswer): void {
    this.delete(key);
    const size = sizeOf(key, answer);
    if (size > this.most / 4) return;
    this.answers.set(key, answer);
    this.size += size;
    for (const oldest of this.answers.keys()) {
      if (this.size <= this.most) return;
      this.delete(oldest);
    }
  }

  private delete(key: string): void {
    const answer = this.answers.get(key);
    if (!answer) return;
    this.answers.delete(key);
    this.size -= sizeOf(key, answer);
  }
}

function sizeOf(key: string, { version, json }: KeptAnswer): number {
  return OVERHEAD + 2 * (key.length + version.length) + json.length;
}
