export async function benchPoll(_args: string[]): Promise<boolean> { return true; }
