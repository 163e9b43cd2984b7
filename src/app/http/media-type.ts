/** The two forms that a GraphQL answer may be sent in. */
export const answerTypes = ['application/json', 'application/graphql-response+json'] as const;

/** One of the two forms. */
export type AnswerType = (typeof answerTypes)[number];

/**
 * Chooses the form of the answer from the `Accept` header (RFC 9110, section 12.5.1): the highest weight, then the order in the header. Who names
 * none gets application/json; null where neither is accepted.
 */
export function chooseAnswerType(accept: string | undefined): AnswerType | null {
  if (!accept) return 'application/json';
  if (accept === 'application/json' || accept === 'application/graphql-response+json') return accept;
  const ranges = accept.split(',').map(rangeOf);
  const weighed = answerTypes.flatMap(type => {
    const range = ranges
      .filter(({ name }) => covers(name, type))
      .sort((one, other) => other.name.replaceAll('*', '').length - one.name.replaceAll('*', '').length)[0];
    return range && range.weight > 0 ? [{ type, weight: range.weight, place: ranges.indexOf(range) }] : [];
  });
  return weighed.sort((one, other) => other.weight - one.weight || one.place - other.place)[0]?.type ?? null;
}

function rangeOf(text: string): { name: string; weight: number } {
  const [name = '', ...parameters] = text.split(';').map(part => part.trim().toLowerCase());
  const weight = parameters.find(parameter => parameter.startsWith('q='))?.slice(2);
  return { name, weight: weight === undefined ? 1 : Number(weight) || 0 };
}

function covers(range: string, type: string): boolean {
  return range === type || range === '*/*' || range === 'application/*';
}
