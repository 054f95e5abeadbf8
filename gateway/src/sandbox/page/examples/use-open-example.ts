import { useGraphiQL, useGraphiQLActions } from '@graphiql/react';
import type { SandboxExample } from '../../config.types';
import { isNarrow } from '../first-visit';

/** Shows an example: in the tab where it stands unchanged, else in a new one. */
export function useOpenExample(): (example: SandboxExample) => void {
  const { addTab, changeTab, setVisiblePlugin } = useGraphiQLActions();
  const { tabs, queryEditor, variableEditor } = useGraphiQL((state) => ({
    tabs: state.tabs,
    queryEditor: state.queryEditor,
    variableEditor: state.variableEditor,
  }));
  return ({ query, variables }) => {
    const standing = tabs.findIndex((tab) => tab.query === query);
    if (standing >= 0) {
      changeTab(standing);
    } else {
      addTab();
      queryEditor?.setValue(query);
      variableEditor?.setValue(variables);
    }
    // On a phone the list covers the editors.
    if (isNarrow()) setVisiblePlugin(null);
    queryEditor?.focus();
  };
}
