import { useCallback, useEffect, useRef, useState } from 'react';
import { verifyEmail } from '../api/account';
import { isTemporary, messageOf, statusOf } from '../api/errors';
import { session } from '../auth/session';
import { FormProblem } from '../components/FormProblem';
import { Link } from '../components/Link';
import { Problem } from '../components/Problem';
import { toast } from '../components/notices';
import { navigate } from '../router';
import { texts } from '../texts';
import { linkToken } from './linkToken';

const { verify } = texts.profile;

/** Takes a link's token to the server, and goes to the account when the address is verified. */
export function Verification({ token }: { token: string }): JSX.Element {
  const [problem, setProblem] = useState<{ readonly text: string; readonly isTemporary: boolean }>();
  // The token is good once, and React runs effects twice while developing.
  const isStarted = useRef(false);

  const start = useCallback(async () => {
    setProblem(undefined);
    try {
      await take(token);
    } catch (error) {
      const isLost = statusOf(error) === 404 || statusOf(error) === 422;
      setProblem({ text: isLost ? verify.lost : messageOf(error), isTemporary: isTemporary(error) });
    }
  }, [token]);
  useEffect(() => {
    if (isStarted.current) return;
    isStarted.current = true;
    void start();
  }, [start]);

  if (!problem) return <p role="status">{verify.waiting}</p>;
  return (
    <>
      {problem.isTemporary ? <Problem text={problem.text} onRetry={() => void start()} /> : <FormProblem>{problem.text}</FormProblem>}
      <p className="login-switch">
        <Link to="/account">{verify.toAccount}</Link>
      </p>
    </>
  );
}

async function take(token: string): Promise<void> {
  const user = await verifyEmail(token);
  linkToken.forget();
  session.know(user);
  toast(verify.done(user.email));
  navigate('/account', { replace: true });
}
