const names: NodeJS.Signals[] = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/**
 * Waits until someone asks this process to end. npm and the terminal both send what Ctrl-C means, so what comes within a second counts as one;
 * whoever asks again after that ends the process at once.
 */
export function untilAskedToEnd(): Promise<NodeJS.Signals> {
  return new Promise(resolve => {
    const hear = (name: NodeJS.Signals) => {
      resolve(name);
      setTimeout(() => names.forEach(other => process.off(other, hear)), 1_000).unref();
    };
    names.forEach(name => process.on(name, hear));
  });
}
