import { useState, type FormEvent } from 'react';
import { resetPassword } from '../api/account';
import { fieldErrorsOf, messageOf, statusOf } from '../api/errors';
import { session } from '../auth/session';
import { PasswordField } from '../components/PasswordField';
import { toast } from '../components/notices';
import { navigate } from '../router';
import { texts } from '../texts';

const { reset } = texts.profile;

/** Sets a password by a link; tells when the link counts no longer. */
export function ResetForm({ token, onLost }: { token: string; onLost: () => void }): JSX.Element {
  const [password, setPassword] = useState('');
  const [error, setError] = useState<string>();
  const [isBusy, setBusy] = useState(false);

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (!password) return setError(texts.profile.missing);
    setBusy(true);
    try {
      await resetPassword({ token, password });
      toast(reset.done);
      // All sessions have ended, this browser's own too.
      session.leave();
      navigate('/login', { replace: true });
    } catch (problem) {
      if (statusOf(problem) === 404) onLost();
      else setError(fieldErrorsOf(problem)['password'] ?? messageOf(problem));
    } finally {
      setBusy(false);
    }
  }

  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <PasswordField
        label={texts.profile.new}
        autoComplete="new-password"
        hint={texts.profile.newHint}
        value={password}
        error={error}
        onChange={(event) => setPassword(event.target.value)}
      />
      <button type="submit" className="button button-primary button-large" disabled={isBusy}>
        {reset.action}
      </button>
    </form>
  );
}
