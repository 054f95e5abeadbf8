import { useGraphiQL, useMonaco } from '@graphiql/react';
import { useEffect } from 'react';
import { EDITOR_COLOURS, EDITOR_THEME } from './editor-colours';
import { isNarrow } from './first-visit';
import { useOpenLink } from './link/use-open-link';
import { setPresentTab } from './results/asked';
import { usePresentTab } from './results/use-result';

/** The page's own settings of the workbench, where GraphiQL has no property for them. Draws nothing. */
export function WorkbenchSettings() {
  useEditorColours();
  useEditorOptions();
  useTabInView();
  useAskedByTab();
  useOpenLink();
  return null;
}

/** Gives the code editor the page's colours as soon as it is there. */
function useEditorColours(): void {
  const monaco = useMonaco((state) => state.monaco);
  const name = useGraphiQL((state) => state.monacoTheme);
  useEffect(() => {
    if (!monaco) return;
    monaco.editor.defineTheme(EDITOR_THEME.light, EDITOR_COLOURS.light);
    monaco.editor.defineTheme(EDITOR_THEME.dark, EDITOR_COLOURS.dark);
    if (name) monaco.editor.setTheme(name);
  }, [monaco, name]);
}

/** Long lines wrap, a phone gets the width of the line numbers, and a screen reader hears which editor it is in. */
function useEditorOptions(): void {
  const editors = useGraphiQL(({ queryEditor, variableEditor, headerEditor, responseEditor }) => ({
    'Operation in GraphQL': queryEditor,
    'Variables in JSON': variableEditor,
    'Request headers in JSON': headerEditor,
    'Answer in JSON, read only': responseEditor,
  }));
  useEffect(() => {
    const fontFamily = getComputedStyle(document.documentElement).getPropertyValue('--mono');
    for (const [ariaLabel, editor] of Object.entries(editors)) {
      editor?.updateOptions({
        ariaLabel,
        fontFamily,
        fontSize: 14,
        wordWrap: 'on',
        wrappingIndent: 'indent',
        ...(isNarrow() && { lineNumbers: 'off', lineDecorationsWidth: 0, folding: false }),
      });
    }
  }, [editors]);
}

/** Scrolls the strip of tabs to the present one: it may have been opened from the list of examples. */
function useTabInView(): void {
  const index = useGraphiQL((state) => state.activeTabIndex);
  const count = useGraphiQL((state) => state.tabs.length);
  useEffect(() => {
    const tab = document.getElementById(`graphiql-session-tab-${index}`)?.parentElement;
    tab?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [index, count]);
}

/** Lets what is sent be kept under the tab from which it was sent. */
function useAskedByTab(): void {
  const tab = usePresentTab();
  useEffect(() => setPresentTab(tab), [tab]);
}
