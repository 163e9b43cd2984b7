/**
 * Asks an operation of the public API and gives its data: the web part reads in no other way.
 *
 * @throws Refusal  with the code and the sentence that a client would read
 */
export type Ask = <T>(document: string, variables: Record<string, unknown>) => Promise<T>;
