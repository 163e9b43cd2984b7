/** Words in rising order, kept as the bytes of one text: half a million words are not half a million objects. */
export class WordList {
  private readonly starts: Uint32Array;

  /** @param bytes  the words in ASCII, each with the end of a line after it */
  constructor(
    private readonly bytes: Uint8Array,
    readonly size: number,
  ) {
    this.starts = new Uint32Array(size + 1);
    for (let at = 0, word = 0; at < bytes.length; at++) if (bytes[at] === LINE_END) this.starts[++word] = at + 1;
  }

  /** The place of a word, -1 if it is not in the list. */
  indexOf(word: string): number {
    const place = this.firstNotBelow(word);
    return place < this.size && this.lengthAt(place) === word.length && this.sharedWith(word, place) === word.length ? place : -1;
  }

  /** The word at a place. */
  at(place: number): string {
    const start = this.starts[place] as number;
    return String.fromCharCode(...this.bytes.subarray(start, start + this.lengthAt(place)));
  }

  /**
   * The places of the words that share the most first letters with a word, and how many these are.
   *
   * @param ending  how many letters they may have beside
   */
  nearestByStart(word: string, ending: number): { places: number[]; shared: number } {
    const place = this.firstNotBelow(word);
    const shared = Math.max(this.sharedWith(word, place - 1), this.sharedWith(word, place));
    const places: number[] = [];
    for (let i = place; i < place + NEIGHBOURS && this.sharedWith(word, i) === shared; i++) places.push(i);
    for (let i = place - 1; i >= place - NEIGHBOURS && this.sharedWith(word, i) === shared; i--) places.push(i);
    return { places: places.filter(each => this.lengthAt(each) <= shared + ending), shared };
  }

  private lengthAt(place: number): number {
    return (this.starts[place + 1] as number) - (this.starts[place] as number) - 1;
  }

  private firstNotBelow(word: string): number {
    let [low, high] = [0, this.size];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.isBelow(middle, word)) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  private isBelow(place: number, word: string): boolean {
    const shared = this.sharedWith(word, place);
    if (shared === word.length) return false;
    const next = this.bytes[(this.starts[place] as number) + shared] as number;
    return next === LINE_END || next < word.charCodeAt(shared);
  }

  /** How many first letters a word shares with the one at a place; none beyond the ends of the list. */
  private sharedWith(word: string, place: number): number {
    if (place < 0 || place >= this.size) return 0;
    const start = this.starts[place] as number;
    let shared = 0;
    while (shared < word.length && this.bytes[start + shared] === word.charCodeAt(shared)) shared++;
    return shared;
  }
}

const LINE_END = 10;
const NEIGHBOURS = 8;
