import { useGraphiQL, useGraphiQLActions } from '@graphiql/react';
import type { SandboxExample } from '../../config.types';
import { isNarrow } from '../first-visit';
import { useOpenOperation } from './use-open-operation';

/** Shows an example and puts the cursor into it. */
export function useOpenExample(): (example: SandboxExample) => void {
  const { setVisiblePlugin } = useGraphiQLActions();
  const queryEditor = useGraphiQL((state) => state.queryEditor);
  const open = useOpenOperation();
  return (example) => {
    open(example);
    // On a phone the list covers the editors.
    if (isNarrow()) setVisiblePlugin(null);
    queryEditor?.focus();
  };
}
