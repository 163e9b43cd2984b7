import type { Carrier } from '../pubsub';
import { listeningConnection, type SharedRedis } from './redis';

const pauseMs = 1_000;

/**
 * Carries announcements over Redis. A connection that broke comes back by itself, and whoever listens is told to look, since Redis keeps nothing for
 * those who are away; until then it is told to look every second.
 */
export function redisCarrier(redis: SharedRedis, namespace: string): Carrier {
  return {
    async listen(channel, heard) {
      const connection = listeningConnection(redis);
      let listens = false;
      let left = false;
      connection.on('error', () => undefined); // the other connection tells of it
      connection.on('close', () => (listens = false));
      connection.on('message', (_, payload) => heard(payload));
      const looking = setInterval(() => void (listens || heard(null)), pauseMs).unref();
      const first = new Promise<void>(resolve => {
        connection.on('close', resolve);
        connection.on('ready', () => {
          const subscribed = connection.subscribe(namespace + channel).then(() => {
            listens = true;
            heard(null);
          });
          void subscribed.catch(() => left || connection.disconnect(true)).finally(resolve);
        });
      });
      await first;
      return {
        async leave() {
          left = true;
          clearInterval(looking);
          connection.disconnect();
        },
      };
    },
  };
}
