/** Says something beside what a command was asked for. */
export function say(text: string): void {
  process.stderr.write(`${text}\n`);
}

/** Runs one step of a command and tells, on standard error, what it is, what came of it and how long it took. */
export async function step<T>(name: string, run: () => Promise<T>, outcome: (result: T) => string = () => 'done'): Promise<T> {
  const started = performance.now();
  const seconds = () => `${((performance.now() - started) / 1_000).toFixed(1)} s`;
  const timer = setInterval(() => say(`${name} … ${seconds()}`), 10_000);
  try {
    const result = await run();
    say(`${name}: ${outcome(result)} (${seconds()})`);
    return result;
  } catch (error) {
    say(`${name}: failed (${seconds()})`);
    throw error;
  } finally {
    clearInterval(timer);
  }
}
