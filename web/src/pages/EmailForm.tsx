import { useState, type FormEvent } from 'react';
import { changeEmail } from '../api/account';
import { fieldErrorsOf, messageOf } from '../api/errors';
import { confirmed } from '../auth/confirmed';
import { Field } from '../components/Field';
import { useFirstFocus } from '../components/useFirstFocus';
import { texts } from '../texts';

const { email: words } = texts.profile;

type Props = { onSent: (email: string) => void; onClose: () => void };

/** Asks for another address, to which a link goes. */
export function EmailForm({ onSent, onClose }: Props): JSX.Element {
  const [email, setEmail] = useState('');
  const [error, setError] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  const input = useFirstFocus<HTMLInputElement>();

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (!email.trim()) return setError(texts.login.missingEmail);
    setBusy(true);
    try {
      await confirmed(() => changeEmail(email.trim()));
      onSent(email.trim());
    } catch (problem) {
      setError(fieldErrorsOf(problem)['email'] ?? messageOf(problem));
      setBusy(false);
    }
  }

  return (
    <form className="account-form" onSubmit={(event) => void submit(event)} noValidate>
      <Field
        inputRef={input}
        label={words.new}
        type="email"
        autoComplete="email"
        inputMode="email"
        maxLength={254}
        hint={words.changeHint}
        value={email}
        error={error}
        onChange={(event) => setEmail(event.target.value)}
      />
      <div className="row-actions">
        <button type="submit" className="button" disabled={isBusy}>
          {words.changeAction}
        </button>
        <button type="button" className="button button-quiet" onClick={onClose}>
          {texts.dialogs.cancel}
        </button>
      </div>
    </form>
  );
}
