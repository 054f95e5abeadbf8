import { useConfig } from '../config-context';
import mark from '../mark.svg';
import { Account } from './account';

/** What this is, where the schema is, and who you are. */
export function PageHeader() {
  const { mode, schemaUrl, roles, councils } = useConfig();
  const canSignIn = mode === 'demo' && roles.length > 0 && councils.length > 0;
  return (
    <header className="page-header">
      <img className="mark" src={mark} alt="" width="36" height="36" />
      <div className="masthead">
        <h1>
          Co-operative council graph{' '}
          {mode === 'demo' && (
            <span className="badge">
              Demo<span className="wide-only"> world</span>
            </span>
          )}
        </h1>
        <p className="welcome">
          Councils, their assets, budgets, votes and payments, and the law about them: ask for it all in one
          go.
        </p>
      </div>
      <nav className="header-actions" aria-label="Page">
        <a className="quiet" href={schemaUrl} target="_blank" rel="noreferrer">
          Schema
        </a>
        {canSignIn && <Account />}
      </nav>
    </header>
  );
}
