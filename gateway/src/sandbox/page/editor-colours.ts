/** Names under which the code editor knows our two sets of colours. */
export const EDITOR_THEME = { light: 'coop-light', dark: 'coop-dark' };

const CLEAR = '#ffffff00';

/** The page's palette (palette.css) as the code editor wants it: plain hexadecimal. */
export const EDITOR_COLOURS = {
  light: {
    base: 'vs' as const,
    inherit: true,
    colors: colours({ accent: '#0f6b5c', wash: '#0f6b5c1a', panel: '#ffffff', field: '#3b4b6811' }),
    rules: [{ token: 'argument.identifier.gql', foreground: '#5b4b9e' }],
  },
  dark: {
    base: 'vs-dark' as const,
    inherit: true,
    colors: colours({ accent: '#5fd3b8', wash: '#5fd3b81f', panel: '#1c2733', field: '#b7c2d711' }),
    rules: [{ token: 'argument.identifier.gql', foreground: '#b3a5ff' }],
  },
};

function colours({ accent, wash, panel, field }: Record<'accent' | 'wash' | 'panel' | 'field', string>) {
  return {
    'editor.background': CLEAR,
    'scrollbar.shadow': CLEAR,
    focusBorder: accent,
    'textLink.foreground': accent,
    'textLink.activeForeground': accent,
    'editorLink.activeForeground': accent,
    'editorWidget.background': panel,
    'editorWidget.resizeBorder': accent,
    'editorHoverWidget.background': panel,
    'editorSuggestWidget.background': panel,
    'editorSuggestWidget.selectedBackground': wash,
    'list.hoverBackground': wash,
    'list.highlightForeground': accent,
    'list.focusHighlightForeground': accent,
    'menu.background': panel,
    'menu.selectionBackground': wash,
    'menu.selectionForeground': accent,
    'quickInput.background': panel,
    'quickInputList.focusBackground': wash,
    'quickInputList.focusForeground': accent,
    'pickerGroup.foreground': accent,
    'input.background': field,
    'toolbar.hoverBackground': wash,
    'inputOption.hoverBackground': wash,
  };
}
