import { useEffect, useState, type FormEvent } from 'react';
import { resetPassword } from '../api/account';
import { fieldErrorsOf, messageOf, statusOf } from '../api/errors';
import { Logo } from '../components/Logo';
import { PasswordField } from '../components/PasswordField';
import { toast } from '../components/notices';
import { navigate } from '../router';
import { texts } from '../texts';
import { LoginSide } from './LoginSide';

const { reset } = texts.profile;

/** A new password, for whoever has got a link. Its token stands in the fragment, which browsers send nowhere. */
export function ResetPage(): JSX.Element {
  const [token] = useState(() => window.location.hash.slice(1));
  const [password, setPassword] = useState('');
  const [error, setError] = useState<string>();
  const [isLost, setLost] = useState(token === '');
  useEffect(() => {
    document.title = `${reset.title} · ${texts.product}`;
  }, []);

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (!password) return setError(texts.profile.missing);
    try {
      await resetPassword({ token, password });
      toast(reset.done);
      navigate('/login', { replace: true });
    } catch (problem) {
      if (statusOf(problem) === 404) setLost(true);
      else setError(fieldErrorsOf(problem)['password'] ?? messageOf(problem));
    }
  }

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
            <form onSubmit={(event) => void submit(event)} noValidate>
              <PasswordField
                label={texts.profile.new}
                autoComplete="new-password"
                hint={texts.profile.newHint}
                value={password}
                error={error}
                onChange={(event) => setPassword(event.target.value)}
              />
              <button type="submit" className="button button-primary button-large">
                {reset.action}
              </button>
            </form>
          )}
        </div>
      </main>
    </div>
  );
}
