import { type Command, InvalidArgumentError } from 'commander';
import { example } from './example';
import type { Settings } from './settings';

/** What `feed add` may be told beside the address. */
export interface AddOptions {
  source?: string;
  name?: string;
  title?: string;
  folder?: string;
  interval?: number;
  fullText?: boolean;
  paused?: boolean;
  poll?: boolean;
}

/** `newsgraph feed add | list | poll | discover | import | export`: what is polled. */
export function defineFeed(program: Command, settings: Settings): void {
  const feed = program.command('feed').description('Registers, lists, polls and discovers feeds; reads and writes lists of them (OPML).');

  feed
    .command('add')
    .description('Registers a feed. One that is registered already takes over what is said now.')
    .argument('<url>', 'the address of the feed')
    .option('--source <slug>', "who publishes it; else the source of the feed's host, made where there is none")
    .option('--name <name>', 'how a source that is made is called')
    .option('--title <title>', 'how to call the feed; else as it calls itself')
    .option('--folder <path>', 'the folder that holds it, levels apart by /')
    .option('--interval <minutes>', 'minutes from one poll to the next to begin with, 5 to 1440', minutes)
    .option('--full-text', 'fetch the pages of its new articles')
    .option('--paused', 'do not poll it for now')
    .option('--poll', 'read it at once')
    .addHelpText('after', example('newsgraph feed add https://www.example.org/rss.xml --source example --folder World --poll'))
    .action(async (url: string, options: AddOptions) => {
      const { addFeed } = await import('./feed-actions.js');
      await addFeed(settings(), url, options);
    });

  feed
    .command('list')
    .description('Lists the feeds and how they do, one a line.')
    .option('--failing', 'only those that fail or are gone, with what to do')
    .addHelpText('after', example('newsgraph feed list --failing'))
    .action(async (options: { failing?: boolean }) => {
      const { listFeeds } = await import('./feed-actions.js');
      await listFeeds(settings(), options);
    });

  feed
    .command('poll')
    .description('Reads feeds now: those that are named, or all that are due.')
    .argument('[feeds...]', 'ids or addresses of registered feeds')
    .addHelpText('after', example('newsgraph feed poll', 'newsgraph feed poll https://www.example.org/rss.xml'))
    .action(async (references: string[]) => {
      const { pollFeeds } = await import('./feed-actions.js');
      await pollFeeds(settings(), references);
    });

  feed
    .command('discover')
    .description('Finds the feeds of a site.')
    .argument('<url>', 'the address of a page, or of what may be a feed')
    .option('--add', 'register what is declared, and read it')
    .addHelpText('after', example('newsgraph feed discover https://www.example.org/ --add'))
    .action(async (url: string, options: { add?: boolean }) => {
      const { discover } = await import('./feed-discovery.js');
      await discover(settings(), url, options);
    });

  feed
    .command('import')
    .description('Registers the feeds of a list (OPML).')
    .argument('<file>', 'the list; - reads standard input')
    .addHelpText('after', example('newsgraph feed import subscriptions.opml'))
    .action(async (file: string) => {
      const { importList } = await import('./feed-lists.js');
      await importList(settings(), file);
    });

  feed
    .command('export')
    .description('Writes all feeds but those that are gone as a list (OPML), with folders and settings.')
    .argument('[file]', 'where to; else standard output')
    .addHelpText('after', example('newsgraph feed export subscriptions.opml'))
    .action(async (file?: string) => {
      const { exportList } = await import('./feed-lists.js');
      await exportList(settings(), file);
    });
}

function minutes(text: string): number {
  if (/^\d{1,4}$/.test(text) && Number(text) >= 5 && Number(text) <= 1_440) return Number(text);
  throw new InvalidArgumentError('It must be a whole number from 5 to 1440.');
}
