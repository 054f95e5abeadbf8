import { LinkNotice } from '../link/link-notice';
import { SessionNotice } from './session-notice';

/** What the visitor has to know before going on, below the header. Empty most of the time. */
export function Notices() {
  return (
    <div className="notices" role="alert">
      <SessionNotice />
      <LinkNotice />
    </div>
  );
}
