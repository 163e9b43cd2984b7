import { isShown, swapContent } from './swap-content';

/** Links to another view of the same story show it in place; all else, and whatever goes wrong, is left to the browser. */
export function followLinks(): void {
  document.addEventListener('click', event => {
    const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('#content a, .time a') : null;
    if (!link || event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    const { origin, pathname, search, href } = link;
    if (origin !== location.origin || pathname !== location.pathname || search === location.search) return;
    event.preventDefault();
    history.pushState(null, '', href);
    void show(href);
  });
  addEventListener('popstate', () => isShown(location.href) || void show(location.href));
}

async function show(href: string): Promise<void> {
  try {
    await swapContent(href);
    dispatchEvent(new Event('newsgraph:moved'));
    document.querySelector('.moments')?.removeAttribute('open');
  } catch {
    location.assign(href);
  }
}
