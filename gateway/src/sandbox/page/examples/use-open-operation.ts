import { useGraphiQL, useGraphiQLActions } from '@graphiql/react';

/** An operation to show, with its variables as JSON text. */
export interface Operation {
  readonly query: string;
  readonly variables: string;
}

/** Shows an operation: in the tab where it stands unchanged, else in a new one. */
export function useOpenOperation(): (operation: Operation) => void {
  const { addTab, changeTab } = useGraphiQLActions();
  const { tabs, queryEditor, variableEditor } = useGraphiQL((state) => ({
    tabs: state.tabs,
    queryEditor: state.queryEditor,
    variableEditor: state.variableEditor,
  }));
  return ({ query, variables }) => {
    const standing = tabs.findIndex((tab) => tab.query === query && (tab.variables ?? '') === variables);
    if (standing >= 0) {
      changeTab(standing);
    } else {
      addTab();
      queryEditor?.setValue(query);
      variableEditor?.setValue(variables);
    }
  };
}
