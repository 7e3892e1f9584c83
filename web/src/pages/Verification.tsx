import { useEffect, useRef, useState } from 'react';
import { verifyEmail } from '../api/account';
import { messageOf, statusOf } from '../api/errors';
import { session } from '../auth/session';
import { Link } from '../components/Link';
import { toast } from '../components/notices';
import { navigate } from '../router';
import { texts } from '../texts';
import { linkToken } from './linkToken';

const { verify } = texts.profile;

/** Takes a link's token to the server, and goes to the account when the address is verified. */
export function Verification({ token }: { token: string }): JSX.Element {
  const [problem, setProblem] = useState<string>();
  // The token is good once, and React runs effects twice while developing.
  const isStarted = useRef(false);

  useEffect(() => {
    if (isStarted.current) return;
    isStarted.current = true;
    take(token).catch((error: unknown) => {
      const isLost = statusOf(error) === 404 || statusOf(error) === 422;
      setProblem(isLost ? verify.lost : messageOf(error));
    });
  }, [token]);

  if (!problem) return <p role="status">{verify.waiting}</p>;
  return (
    <>
      <p className="form-problem" role="alert">
        {problem}
      </p>
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
