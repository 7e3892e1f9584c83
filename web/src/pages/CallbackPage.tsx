import { useEffect, useRef, useState } from 'react';
import { messageOf } from '../api/errors';
import { session } from '../auth/session';
import { Link } from '../components/Link';
import { Problem } from '../components/Problem';
import { Waiting } from '../components/Waiting';
import { navigate, ownAddress, useAddress } from '../router';
import { texts } from '../texts';

/** Where Google sends people back to. */
export function CallbackPage(): JSX.Element {
  const { query } = useAddress();
  const [problem, setProblem] = useState<string>();
  // The code is good once, and React runs effects twice while developing.
  const isStarted = useRef(false);

  useEffect(() => {
    if (isStarted.current) return;
    isStarted.current = true;
    const code = query.get('code');
    const state = query.get('state');
    // The code is not to stay in the history of this browser.
    window.history.replaceState(null, '', '/auth/callback');
    if (!code || !state) return setProblem(texts.login.denied);
    session.finishGoogle(code, state).then(
      () => navigate(ownAddress(sessionStorage.getItem('zenuml-next')), { replace: true }),
      (error: unknown) => setProblem(messageOf(error)),
    );
  }, [query]);

  if (!problem) return <Waiting text={texts.login.returning} />;
  return (
    <main className="page page-narrow">
      <Problem text={problem} />
      <p className="center">
        <Link to="/login" className="button">
          {texts.login.signIn}
        </Link>
      </p>
    </main>
  );
}
