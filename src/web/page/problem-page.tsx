import type { ReactElement } from 'react';
import { Document } from './document';
import type { Site } from './site';

/** What a person reads who asked for what is not to be had, with a way on. */
export function ProblemPage({ site, title, sentence }: { site: Site; title: string; sentence: string }): ReactElement {
  return (
    <Document site={site} title={`${title} · Newsgraph`} description={sentence}>
      <div className="problem">
        <h1>{title}</h1>
        <p>{sentence}</p>
        <p>
          <a href="/">See all stories</a>
        </p>
      </div>
    </Document>
  );
}
