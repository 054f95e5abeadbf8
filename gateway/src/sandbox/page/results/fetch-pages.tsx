import { useEffect, useRef, useState } from 'react';
import { fetchAll, pageQuery, ROW_CAP, withAllRows } from '../../results';
import { useConfig } from '../config-context';
import { askGraph } from '../fetcher';
import { lastAsked } from './asked';
import type { Result } from './use-result';
import type { ShownList } from './use-shown';
import { wholeLists } from './whole-lists';

/** Where the answer holds a page only: a button that fetches the list to its end, with its progress and a way out. */
export function FetchPages({ result, list }: { result: Result; list: ShownList }) {
  const { endpoint } = useConfig();
  const [progress, setProgress] = useState<number | null>(null);
  const [problem, setProblem] = useState('');
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);
  const asked = lastAsked(result.tab);
  const page = asked && list.extent.more !== false && !list.whole ? pageQuery(asked, list.path) : null;
  if (!asked || !page) {
    const opened = list.around !== null && list.extent.more === true;
    return opened ? <p className="hint">To fetch all its pages, ask for this list by itself.</p> : null;
  }

  async function start(from: typeof page, headers: Readonly<Record<string, string>>) {
    if (!from) return;
    const cancel = new AbortController();
    running.current = cancel;
    setProgress(0);
    setProblem('');
    try {
      const { rows, complete, why } = await fetchAll(from, {
        path: list.path,
        ask: (query, variables) => askGraph(endpoint, query, { variables, headers, signal: cancel.signal }),
        onProgress: setProgress,
        signal: cancel.signal,
      });
      if (rows.length === 0 && !complete) setProblem(why);
      else {
        const data = withAllRows(result.answer.data, list.path, rows);
        wholeLists.set(result.tab, { text: result.text, path: list.path, data, complete, why });
      }
    } catch (error) {
      if (!cancel.signal.aborted) setProblem(error instanceof Error ? error.message : 'That did not work.');
    } finally {
      setProgress(null);
    }
  }

  if (progress !== null) {
    const { total } = list.extent;
    return (
      <>
        <progress
          aria-label="Rows fetched"
          {...(total ? { value: progress, max: Math.min(total, ROW_CAP) } : {})}
        />
        <span className="hint">{progress} fetched</span>
        <button type="button" className="quiet" onClick={() => running.current?.abort()}>
          Cancel
        </button>
      </>
    );
  }
  return (
    <>
      <button
        type="button"
        className="quiet"
        title={`From the first page on, up to ${ROW_CAP.toLocaleString('en-GB')} rows`}
        onClick={() => void start(page, asked.headers)}
      >
        Fetch all pages
      </button>
      {problem && (
        <span className="problem-text" role="alert">
          {problem}
        </span>
      )}
    </>
  );
}
