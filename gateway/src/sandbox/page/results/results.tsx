import { ResultBar } from './result-bar';
import { ResultPanel } from './result-panel';
import { usePresentTab, useResult } from './use-result';
import { useShown } from './use-shown';

/** Everything about the present answer but its JSON: the table or chart in its place, and the line under it. */
export function Results() {
  const tab = usePresentTab();
  const result = useResult();
  const shown = useShown(result, tab);
  return (
    <>
      {shown.view.kind !== 'json' && <ResultPanel key={tab} result={result} shown={shown} />}
      <ResultBar result={result} shown={shown} />
    </>
  );
}
