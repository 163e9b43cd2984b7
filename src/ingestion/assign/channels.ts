/** The channels in which an article and a story are compared. */
export const channels = ['title', 'lead', 'body', 'names', 'sound', 'marks', 'counted', 'pairs', 'concepts'] as const;

/** One of them. */
export type Channel = (typeof channels)[number];
