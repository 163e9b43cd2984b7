let asked: AbortController | undefined;
let shown = withoutFragment(location.href);

/** The content that the page shows now. */
export function content(): HTMLElement {
  return document.getElementById('content')!;
}

/** Whether the page shows what is at an address: a step within the page changes the address, too. */
export function isShown(url: string): boolean {
  return withoutFragment(url) === shown;
}

function withoutFragment(url: string): string {
  return url.replace(/#.*$/, '');
}

/**
 * Shows what the page has at another address, or anew at this one, without loading it: what is unfolded stays so, the focus stays where it was, and
 * what a person reads stays in its place. A later call overtakes an earlier one.
 *
 * @returns the ids of the entries that are new; null where another call came first or there is no such page
 */
export async function swapContent(url: string): Promise<string[] | null> {
  asked?.abort();
  const { signal } = (asked = new AbortController());
  content().classList.add('waiting');
  try {
    const response = await fetch(url, { signal, headers: { accept: 'text/html' } });
    const next = new DOMParser().parseFromString(await response.text(), 'text/html');
    if (!next.querySelector('article.story')) return null;
    shown = withoutFragment(url);
    return replace(next);
  } catch (error) {
    if (signal.aborted) return null;
    throw error;
  } finally {
    if (!signal.aborted) content().classList.remove('waiting');
  }
}

function replace(next: Document): string[] {
  const known = new Set(entries(document));
  const open = new Set([...document.querySelectorAll('#content details[open]')].map(nameOf));
  const focused = document.activeElement?.closest('#content a, #content summary') ?? null;
  const focus = focused && nameOf(focused);
  const held = anchorInView();
  content().replaceChildren(...next.getElementById('content')!.childNodes);
  document.title = next.title;
  for (const part of ['.shown', '.fields', '.moments ol']) takeOver(part, next);
  for (const details of document.querySelectorAll<HTMLDetailsElement>('#content details')) details.open = open.has(nameOf(details));
  if (focus)
    [...document.querySelectorAll<HTMLElement>('#content a, #content summary')]
      .find(it => nameOf(it) === focus)
      ?.focus({ preventScroll: true });
  if (held) scrollBy({ top: (document.getElementById(held.id)?.getBoundingClientRect().top ?? held.top) - held.top, behavior: 'instant' });
  return entries(document).filter(id => !known.has(id));
}

function entries(page: Document): string[] {
  return [...page.querySelectorAll('.entry')].map(({ id }) => id);
}

/** What a thing of the page is called across versions of it: by where it stands, and what it does. */
function nameOf(it: Element): string {
  const place = it.closest('li[id], .day, section');
  const name = place?.id || place?.querySelector('time')?.dateTime || '';
  const turn = it.tagName === 'A' ? it.getAttribute('href') : [...(place?.querySelectorAll(it.tagName) ?? [])].indexOf(it);
  return `${it.tagName} ${it.closest('section')?.id} ${name} ${turn}`;
}

/** The part whose beginning is in view, and how far from the top. */
function anchorInView(): { id: string; top: number } | null {
  const parts = [...document.querySelectorAll('#content section[id], #content li[id]')];
  const found = parts.map(part => ({ id: part.id, top: part.getBoundingClientRect().top })).filter(({ top }) => top < innerHeight);
  const inView = found.find(({ top }) => top >= 0) ?? found.at(-1);
  return scrollY > 0 && inView ? inView : null;
}

/** Parts of the time control change with the content; the slider, which may be under a finger, does not. */
function takeOver(part: string, next: Document): void {
  const old = document.querySelector(`.time ${part}`);
  const fresh = next.querySelector(`.time ${part}`);
  if (old && fresh && !old.contains(document.activeElement)) old.replaceWith(fresh);
}
