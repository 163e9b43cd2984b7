import { type ClientRequest, get, type IncomingMessage } from 'node:http';

/** One who follows the events of a story over one connection. */
export interface EventListener {
  /** The cursor at which the stream began. */
  start: string;
  /** The ids of the changes that came, in order. */
  seen: string[];
  /** When the last one came, in the time of `performance.now()`. */
  at: number;
  request: ClientRequest;
}

/** Follows the events of a story, once the stream has begun. */
export function followEvents(base: string, slug: string): Promise<EventListener> {
  return new Promise((resolve, reject) => {
    const request = get(`${base}/stories/${slug}/events`);
    const who: EventListener = { start: '', seen: [], at: 0, request };
    request.on('error', reject);
    request.on('response', (response: IncomingMessage) => {
      let rest = '';
      response.setEncoding('utf8').on('error', () => undefined);
      response.on('data', (text: string) => {
        const events = (rest + text).split('\n\n');
        rest = events.pop() ?? '';
        for (const event of events) {
          const id = /^id: ?(.*)$/m.exec(event)?.[1];
          if (/^data:/m.test(event) && id) who.seen.push(id);
          else if (id) who.start = id;
          who.at = performance.now();
        }
        resolve(who);
      });
    });
  });
}
