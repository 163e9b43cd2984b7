import type { DataSource, EntityManager } from 'typeorm';
import { Refusal } from '../../platform/errors';
import { type FeedToList, type ListedFeed } from './opml';
import { registerFeed } from './register-feed';

/** What came of a list of feeds. */
export interface Imported {
  created: number;
  known: number;
  refused: { url: string; reason: string }[];
}

/** Registers all feeds of a list, with the sources that it names; without, a feed goes to that of its host. */
export async function importFeeds(
  db: DataSource,
  feeds: readonly ListedFeed[],
  heard: (done: number) => void = () => undefined,
): Promise<Imported> {
  const done: Imported = { created: 0, known: 0, refused: [] };
  for (const [index, feed] of feeds.entries()) {
    try {
      const { created } = await registerFeed(db.manager, feed);
      if (created) done.created += 1;
      else done.known += 1;
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      done.refused.push({ url: feed.url, reason: error.message });
    }
    heard(index + 1);
  }
  return done;
}

/** All feeds but those that are gone, as a list holds them. */
export async function feedsToExport(db: EntityManager): Promise<FeedToList[]> {
  return db.query(
    `select f.url, f.title, f.folder, s.homepage, s.slug as source, s.name as "sourceName", greatest(5, round(f.interval_seconds / 60.0))::int as "intervalMinutes",
       f.full_text as "fullText", f.status = 'PAUSED' as paused
     from feed f join source s on s.id = f.source_id where f.status <> 'GONE' order by f.folder nulls last, f.title, f.url`,
  );
}
