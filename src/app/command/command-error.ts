/** Ends a command with a message that says what is the matter and what to do, and with an exit code: 1 failed, 2 wrongly used. */
export class CommandError extends Error {
  constructor(
    message: string,
    readonly exitCode: 1 | 2 = 1,
  ) {
    super(message);
    this.name = 'CommandError';
  }
}
