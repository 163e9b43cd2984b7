/** The stances of statements, by their words; the same names as `Stance`. */
export const STANCE_RULES: readonly { stance: string; expression: RegExp }[] = [];
