import { useGraphiQL, type GraphiQLPlugin } from '@graphiql/react';
import { useConfig } from '../config-context';
import { useOpenExample } from './use-open-example';

/** The side bar's list of examples, with what the graph is made of above it. */
export const EXAMPLES_PLUGIN: GraphiQLPlugin = { title: 'Examples', icon: ExamplesIcon, content: Examples };

function Examples() {
  const { examples, subgraphs, mode } = useConfig();
  const present = useGraphiQL(({ tabs, activeTabIndex }) => tabs[activeTabIndex]?.query);
  const open = useOpenExample();
  return (
    <section className="examples" aria-label="Examples">
      <h2 className="panel-title">Examples</h2>
      <p className="panel-text">
        Each opens in a tab of its own. Change it as you like, and come back here for the original.
      </p>
      <ul className="example-list">
        {examples.map((example) => (
          <li key={example.name}>
            <button
              type="button"
              className="example"
              aria-current={example.query === present}
              onClick={() => open(example)}
            >
              <span className="example-title">{example.title}</span>
              <span className="example-text">{example.explanation}</span>
            </button>
          </li>
        ))}
      </ul>
      {mode === 'production' && (
        <p className="panel-text after-list">
          Open data needs no token. To act as yourself, add your own under Headers:{' '}
          {'{ "Authorization": "Bearer …" }'}
        </p>
      )}
      {subgraphs.length > 0 && (
        <>
          <h2 className="panel-title">What the graph holds</h2>
          <dl className="subgraphs">
            {subgraphs.map(({ name, description }) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{description}</dd>
              </div>
            ))}
          </dl>
        </>
      )}
    </section>
  );
}

function ExamplesIcon() {
  return (
    <svg viewBox="0 0 20 20" fill="none" stroke="currentColor" strokeWidth="1.5" aria-hidden="true">
      <path d="M4 3.5h12M4 8h8M4 12.5h5" strokeLinecap="round" />
      <path d="m12.5 11 4.5 3-4.5 3z" strokeLinejoin="round" />
    </svg>
  );
}
