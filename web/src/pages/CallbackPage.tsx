import { useEffect, useRef, useState } from 'react';
import { messageOf, ticketOf } from '../api/errors';
import { addressAfterGoogle } from '../auth/googleSignIn';
import { session } from '../auth/session';
import { Link } from '../components/Link';
import { Problem } from '../components/Problem';
import { Waiting } from '../components/Waiting';
import { navigate, useAddress } from '../router';
import { texts } from '../texts';
import { CodeForm } from './CodeForm';
import { LoginFrame } from './LoginFrame';

/** Where Google sends people back to. */
export function CallbackPage(): JSX.Element {
  const { query } = useAddress();
  const [problem, setProblem] = useState<string>();
  const [ticket, setTicket] = useState<string>();
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
    session.finishGoogle(code, state).then(goOn, (error: unknown) => {
      const needed = ticketOf(error);
      if (needed) setTicket(needed);
      else setProblem(messageOf(error));
    });
  }, [query]);

  function leaveTicket(reason?: string): void {
    if (!reason) return navigate('/login', { replace: true });
    setTicket(undefined);
    setProblem(reason);
  }

  if (ticket)
    return (
      <LoginFrame title={texts.profile.code.title}>
        <CodeForm ticket={ticket} onDone={goOn} onLeave={leaveTicket} />
      </LoginFrame>
    );
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

/** To where somebody was going who has been sent to Google. */
function goOn(): void {
  navigate(addressAfterGoogle(), { replace: true });
}
