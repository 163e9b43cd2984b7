/** Paragraphs that read as news do. */
export const paragraphs = [
  'The council voted on Tuesday to rebuild the old bridge, which has been closed since the flood, and to keep its stone arches.',
  'Work begins in spring, the mayor said, and should take two years; until then a ferry carries people, bicycles and small carts.',
  'The money comes from three funds, among them one for monuments, and from a toll that lorries will pay once the bridge is open.',
  'Residents had asked for a second lane, but engineers warned that the arches, built in 1871, would not bear the weight.',
];

/** What a page of news consists of; each part may be said otherwise. */
export interface PageParts {
  head?: string;
  before?: string;
  body?: string;
  after?: string;
  headline?: string;
}

/** A page of news with navigation, a headline, an article and a footer. */
export function makePage({
  head = '',
  before = '',
  body = inParagraphs(),
  after = '',
  headline = 'Old bridge to be rebuilt',
}: PageParts = {}): string {
  return `<!doctype html><html lang="en"><head><title>${headline} | The Daily Ferry</title>${head}</head><body>
    <nav><ul><li><a href="/">Home</a><li><a href="/world">World</a></ul></nav>
    <main><article><h1>${headline}</h1>${before}<div class="article-body">${body}</div>${after}</article></main>
    <footer><p>The Daily Ferry is published by people who like rivers, bridges, and the slow way across.</p></footer></body></html>`;
}

/** The paragraphs as HTML. */
export function inParagraphs(texts: string[] = paragraphs): string {
  return texts.map(text => `<p>${text}</p>`).join('\n');
}

/** JSON-LD in a page. */
export function linkedData(data: unknown): string {
  return `<script type="application/ld+json">${JSON.stringify(data)}</script>`;
}
