/** One change as the log names it. */
export interface Change {
  kind: string;
  node: { __typename: string; id: string } | null;
}

/** Says something where it is seen and, politely, heard; `leads` is the entry that it leads to. */
export function tell(text: string, leads?: string): void {
  const news = document.querySelector('.news');
  if (!news) return;
  const close = document.createElement('button');
  close.type = 'button';
  close.textContent = 'Close';
  close.addEventListener('click', () => news.replaceChildren());
  const said = document.createElement('p');
  said.textContent = text;
  news.replaceChildren(said, close);
  if (!leads || !document.getElementById(leads)) return;
  const link = document.createElement('a');
  link.href = `#${leads}`;
  link.textContent = 'Show';
  link.addEventListener('click', () => unfold(leads));
  said.append(' ', link);
}

/** Opens what holds an entry, so that a link to it leads somewhere. */
export function unfold(id: string): void {
  const details = document.getElementById(id)?.closest('details');
  if (details) details.open = true;
}

/** "2 statements and 1 figure were added, 1 fact was withdrawn": what a number of changes amounts to. */
export function sumUp(changes: readonly Change[]): string {
  const count = new Map<string, number>();
  for (const { kind, node } of changes) {
    const added = /_ADDED$/.test(kind);
    const what = added && node ? `new ${node.__typename.toLowerCase()}` : (others[kind] ?? 'change');
    count.set(what, (count.get(what) ?? 0) + 1);
  }
  return [...count].map(([what, many]) => `${many} ${what}${many === 1 ? '' : 's'}`).join(', ');
}

const others: Readonly<Record<string, string>> = {
  STORY_REVISED: 'new headline',
  ARTICLE_REVISED: 'revised article',
  FACT_RETRACTED: 'withdrawn fact',
  CLAIM_ASSESSED: 'new assessment',
};
