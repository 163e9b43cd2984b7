import type { ReactElement } from 'react';

const entities: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>' };

/** A highlight of the API, read back into text and marks: as text it can hold no markup, whatever was found. */
export function Highlight({ html }: { html: string }): ReactElement {
  const parts = html.split(/(<mark>.*?<\/mark>)/s);
  return (
    <bdi dir="auto">
      {parts.map((part, index) =>
        part.startsWith('<mark>') ? <mark key={index}>{textOf(part.slice(6, -7))}</mark> : <span key={index}>{textOf(part)}</span>,
      )}
    </bdi>
  );
}

function textOf(html: string): string {
  return html.replace(/&(amp|lt|gt);/g, entity => entities[entity] ?? entity);
}
