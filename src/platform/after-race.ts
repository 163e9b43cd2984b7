/**
 * Runs a transaction again that PostgreSQL broke off because it lost a race against another (deadlock, serialisation); each time after a longer
 * pause, so that those who met once do not meet again.
 */
export async function againAfterRace<T>(run: () => Promise<T>, times = 4, pauseMs = 20): Promise<T> {
  try {
    return await run();
  } catch (error) {
    const code = (error as { driverError?: { code?: unknown } }).driverError?.code;
    if (times === 0 || (code !== '40001' && code !== '40P01')) throw error;
  }
  await new Promise(resolve => setTimeout(resolve, pauseMs * (0.5 + Math.random())));
  return againAfterRace(run, times - 1, pauseMs * 2);
}
