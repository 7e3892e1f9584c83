import { useState, type FormEvent } from 'react';
import { forgotPassword } from '../api/account';
import { fieldErrorsOf, messageOf } from '../api/errors';
import { Field } from '../components/Field';
import { texts } from '../texts';

const { ask } = texts.profile;

/** Asks for an address, to which a link for a new password goes. */
export function ForgottenForm({ onBack }: { onBack: () => void }): JSX.Element {
  const [email, setEmail] = useState('');
  const [error, setError] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  const [sentTo, setSentTo] = useState<string>();

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (!email.trim()) return setError(texts.login.missingEmail);
    setBusy(true);
    try {
      await forgotPassword(email.trim());
      setSentTo(email.trim());
    } catch (problem) {
      setError(fieldErrorsOf(problem)['email'] ?? messageOf(problem));
    } finally {
      setBusy(false);
    }
  }

  return (
    <>
      {sentTo ? (
        <p role="status">{ask.sent(sentTo)}</p>
      ) : (
        <form onSubmit={(event) => void submit(event)} noValidate>
          <Field
            label={texts.login.email}
            type="email"
            autoComplete="username"
            inputMode="email"
            maxLength={254}
            hint={ask.hint}
            value={email}
            error={error}
            onChange={(event) => setEmail(event.target.value)}
          />
          <button type="submit" className="button button-primary button-large" disabled={isBusy}>
            {ask.action}
          </button>
        </form>
      )}
      <p className="login-switch">
        <button type="button" className="link" onClick={onBack}>
          {ask.back}
        </button>
      </p>
    </>
  );
}
