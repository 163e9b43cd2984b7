import './workers';
import { createGraphiQLFetcher } from '@graphiql/toolkit';
import { GraphiQL } from 'graphiql';
import { createRoot } from 'react-dom/client';
import 'graphiql/style.css';
import './playground.css';
import { HEADERS, readyTabs } from './ready-tabs';
import { isFirstVisit, playgroundStorage } from './storage';

const fetcher = createGraphiQLFetcher({
  url: '/graphql',
  subscriptionUrl: `${location.protocol.replace('http', 'ws')}//${location.host}/graphql`,
  enableIncrementalDelivery: false,
});

createRoot(document.getElementById('playground')!).render(
  <GraphiQL
    fetcher={fetcher}
    storage={playgroundStorage}
    defaultTabs={readyTabs}
    defaultHeaders={HEADERS}
    initialVariables={isFirstVisit() ? readyTabs[0]?.variables : undefined}
    defaultEditorToolsVisibility="variables"
    schemaDescription
    inputValueDeprecation
  >
    <GraphiQL.Logo>
      <a className="graphiql-logo-link" href="/">
        Newsgraph
      </a>
    </GraphiQL.Logo>
  </GraphiQL>,
);
