import { HISTORY_PLUGIN } from '@graphiql/plugin-history';
import { GraphiQL } from 'graphiql';
import { useMemo, useState } from 'react';
import { useConfig } from './config-context';
import { EXAMPLES_PLUGIN } from './examples/examples-plugin';
import { isFirstVisit, isNarrow, tabsForFirstVisit } from './first-visit';
import { createFetcher } from './fetcher';
import { PageHeader } from './header/page-header';
import { Notices } from './notices/notices';
import { Results } from './results/results';
import { EDITOR_THEME } from './editor-colours';
import { WorkbenchSettings } from './workbench-settings';

/** Panels of the side bar, from the top; the reference of the schema stands above them. */
const PLUGINS = [EXAMPLES_PLUGIN, HISTORY_PLUGIN];

/** The whole page: a header of our own over the GraphiQL workbench. */
export function App() {
  const { endpoint, examples } = useConfig();
  const fetcher = useMemo(() => createFetcher(endpoint), [endpoint]);
  const [opening] = useState(() => ({
    tabs: tabsForFirstVisit(examples),
    panel: isFirstVisit() && !isNarrow() && !window.location.hash ? EXAMPLES_PLUGIN : undefined,
    // A phone has no room for them until they are asked for.
    tools: isNarrow() ? false : ('variables' as const),
  }));
  return (
    <>
      <PageHeader />
      <Notices />
      <main className="workbench" aria-label="Workbench">
        <GraphiQL
          fetcher={fetcher}
          plugins={PLUGINS}
          defaultTabs={opening.tabs}
          visiblePlugin={opening.panel}
          editorTheme={EDITOR_THEME}
          defaultEditorToolsVisibility={opening.tools}
          schemaDescription
        >
          <GraphiQL.Logo> </GraphiQL.Logo>
          <GraphiQL.Footer>
            <Results />
          </GraphiQL.Footer>
          <WorkbenchSettings />
        </GraphiQL>
      </main>
    </>
  );
}
