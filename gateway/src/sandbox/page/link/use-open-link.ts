import { useGraphiQL, useGraphiQLActions } from '@graphiql/react';
import { parse } from 'graphql';
import { useEffect, useEffectEvent, useState } from 'react';
import { readLink, type SharedState } from '../../results';
import { useOpenOperation } from '../examples/use-open-operation';
import { usePresentTab } from '../results/use-result';
import { changeView } from '../results/views';
import { brokenLink } from './link-notice';

/**
 * Opens what a link holds: its operation in a tab, its variables, its view. A query is run at once, for a view of
 * nothing says nothing; a mutation never is, for a link must not write in the name of whoever opens it.
 */
export function useOpenLink(): void {
  const openOperation = useOpenOperation();
  const ready = useGraphiQL((state) =>
    Boolean(state.queryEditor && state.variableEditor && state.responseEditor),
  );
  const [opened, setOpened] = useState<SharedState | null>(null);
  useRunWhenShown(opened, () => setOpened(null));

  const open = useEffectEvent(async () => {
    const read = await readLink(window.location.hash);
    if (read.kind === 'none') return;
    brokenLink.set(read.kind === 'broken');
    // What is in the address bar would soon be something else than what the editors hold.
    window.history.replaceState(null, '', window.location.pathname);
    if (read.kind === 'broken') return;
    openOperation(read.state);
    setOpened(read.state);
  });

  useEffect(() => {
    if (!ready) return;
    const listen = () => void open();
    listen();
    window.addEventListener('hashchange', listen);
    return () => window.removeEventListener('hashchange', listen);
  }, [ready]);
}

/** Sets the view once the tab is there, and runs the query once GraphiQL has taken note of its text. */
function useRunWhenShown(opened: SharedState | null, done: () => void): void {
  const { run } = useGraphiQLActions();
  const tab = usePresentTab();
  const { documentAST, text, operationName } = useGraphiQL((state) => ({
    documentAST: state.documentAST,
    text: state.tabs[state.activeTabIndex]?.query,
    operationName: state.operationName,
  }));
  const finish = useEffectEvent(() => {
    if (!opened) return;
    changeView(tab, opened.view);
    if (isQuery(opened.query)) run();
    done();
  });
  useEffect(() => {
    if (opened && text === opened.query && namesOf(opened.query).includes(operationName)) finish();
  }, [opened, text, operationName, documentAST]);
}

/** The names of the operations in a text; GraphiQL has taken note of it when it runs one of them. */
function namesOf(query: string): (string | undefined)[] {
  try {
    return parse(query).definitions.flatMap((definition) =>
      definition.kind === 'OperationDefinition' ? [definition.name?.value] : [],
    );
  } catch {
    // No GraphQL: it is shown as it is, and what is wrong with it is shown by the editor.
    return [undefined];
  }
}

function isQuery(query: string): boolean {
  try {
    const { definitions } = parse(query);
    const operations = definitions.filter((definition) => definition.kind === 'OperationDefinition');
    return operations.length > 0 && operations.every(({ operation }) => operation === 'query');
  } catch {
    return false;
  }
}
