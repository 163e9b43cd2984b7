import type { Config } from '../../platform/config';
import type { Log } from '../../platform/log';

/** Reads, when a command runs, what the environment sets. */
export type Settings = () => { config: Config; log: Log };
