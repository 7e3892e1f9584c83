import { useEffect, useMemo } from 'react';
import { navigate, useFragment } from '../router';
import { texts } from '../texts';
import { LoginFrame } from './LoginFrame';
import { Verification } from './Verification';
import { linkToken } from './linkToken';

const { verify } = texts.profile;

/** Where the links lead by which people show that an address is theirs. Who is not signed in signs in first, and comes back. */
export function VerifyPage({ isSignedIn }: { isSignedIn: boolean }): JSX.Element {
  const fragment = useFragment();
  const token = useMemo(() => linkToken(fragment), [fragment]);
  useEffect(() => {
    document.title = `${verify.title} · ${texts.product}`;
  }, []);
  return (
    <LoginFrame title={verify.title}>
      {isSignedIn ? (
        <Verification key={token} token={token} />
      ) : (
        <div className="stack">
          <p>{verify.signInHint}</p>
          <button type="button" className="button button-primary button-large" onClick={() => navigate('/login?next=%2Fverify')}>
            {verify.signIn}
          </button>
        </div>
      )}
    </LoginFrame>
  );
}
