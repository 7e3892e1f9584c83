import { useEffect, useState } from 'react';
import { Logo } from '../components/Logo';
import { useFragment } from '../router';
import { texts } from '../texts';
import { LoginSide } from './LoginSide';
import { ResetForm } from './ResetForm';

const { reset } = texts.profile;

/** A new password, for whoever has got a link. Its token stands in the fragment, which browsers send nowhere. */
export function ResetPage(): JSX.Element {
  const token = useFragment();
  const [lost, setLost] = useState('');
  const isLost = token === lost;
  useEffect(() => {
    document.title = `${reset.title} · ${texts.product}`;
  }, []);
  return (
    <div className="login">
      <LoginSide />
      <main className="login-main">
        <div className="login-card">
          <div className="login-logo">
            <Logo size={40} />
          </div>
          <h1>{reset.title}</h1>
          {isLost ? (
            <p className="form-problem" role="alert">
              {reset.lost}
            </p>
          ) : (
            <ResetForm key={token} token={token} onLost={() => setLost(token)} />
          )}
        </div>
      </main>
    </div>
  );
}
