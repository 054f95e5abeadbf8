// The parts' own style sheets, without the web fonts that their bundled sheet carries; ours last.
import '@graphiql/react/style.css';
import '@graphiql/plugin-doc-explorer/style.css';
import '@graphiql/plugin-history/style.css';
import 'graphiql/graphiql.css';
import './styles/palette.css';
import './styles/header.css';
import './styles/workbench.css';
import './styles/narrow.css';
