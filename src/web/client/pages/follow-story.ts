import { rememberLook } from './last-look';
import { swapContent } from './swap-content';
import { type Change, sumUp, tell } from './tell';

/** Changes often come several at a time, and not all who watch should ask at the same moment. */
const gatherMs = 250 + Math.random() * 500;
const comeBackMs = 3_000;

/** Shows what is new as it comes, says it, and comes back after a lost connection where it left off. */
export function followStory(slug: string, place: string | null): void {
  let heard = place;
  let gathered: Change[] = [];
  let turn: ReturnType<typeof setTimeout> | undefined;

  const show = async (): Promise<void> => {
    const changes = gathered;
    if (isInThePast()) return;
    gathered = [];
    const fresh = (await swapContent(location.href)) ?? [];
    for (const id of fresh) document.getElementById(id)?.classList.add('new');
    const first = changes.map(({ node }) => node?.id).find(id => id && document.getElementById(id));
    tell(`Just now: ${sumUp(changes)}.`, first);
    if (heard) rememberLook(slug, heard);
  };
  const listen = (): void => {
    const since = heard ? `?since=${encodeURIComponent(heard)}` : '';
    const source = new EventSource(`/stories/${encodeURIComponent(slug)}/events${since}`);
    source.addEventListener('message', ({ data, lastEventId }: MessageEvent<string>) => {
      heard = lastEventId;
      gathered.push(JSON.parse(data) as Change);
      clearTimeout(turn);
      turn = setTimeout(() => void show(), gatherMs);
    });
    source.addEventListener('error', () => {
      if (source.readyState === EventSource.CLOSED) setTimeout(listen, comeBackMs); // an answer that was none: the browser gives up, we do not
    });
  };
  listen();
}

/** Whoever looks at the past is left there. */
function isInThePast(): boolean {
  return new URL(location.href).searchParams.has('asOf');
}
