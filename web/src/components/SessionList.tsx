import type { Session } from '../api/schema';
import { texts } from '../texts';
import { Time } from './Time';
import { nameOfBrowser } from './browsers';

/** Where a person is signed in. */
export function SessionList({ sessions, onEnd }: { sessions: ReadonlyArray<Session>; onEnd: (id: string) => void }): JSX.Element {
  return (
    <ul className="rows">
      {sessions.map((session) => (
        <li key={session.id} className="row">
          <div className="row-text">
            <h3 title={session.user_agent}>
              {nameOfBrowser(session.user_agent)}
              {session.current && <span className="badge">{texts.account.current}</span>}
            </h3>
            <p className="card-note">
              {session.ip} · {texts.account.lastUsed} <Time value={session.last_used_at} />
            </p>
          </div>
          {!session.current && (
            <button type="button" className="button" onClick={() => onEnd(session.id)}>
              {texts.account.signOutThere}
            </button>
          )}
        </li>
      ))}
    </ul>
  );
}
