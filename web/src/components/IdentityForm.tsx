import { useState, type FormEvent } from 'react';
import { confirmIdentity } from '../api/account';
import { fieldErrorsOf, messageOf } from '../api/errors';
import { useSession } from '../auth/useSession';
import { texts } from '../texts';
import { CodeField } from './CodeField';
import { PasswordField } from './PasswordField';
import { typedCode } from './typedCode';

const { profile: words, dialogs } = texts;

type Props = { method: 'password' | 'code'; onDone: () => void; onCancel: () => void };

/** A password, or a code, by which people show once more who they are. */
export function IdentityForm({ method, onDone, onCancel }: Props): JSX.Element {
  const state = useSession();
  const [proof, setProof] = useState('');
  const [error, setError] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  const isCode = method === 'code';
  const field = { value: proof, error, 'data-autofocus': true, onChange: (event: { target: { value: string } }) => setProof(event.target.value) };

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (!proof.trim()) return setError(isCode ? words.code.missing : words.missing);
    setBusy(true);
    try {
      await confirmIdentity(isCode ? { code: typedCode(proof) } : { password: proof });
      onDone();
    } catch (problem) {
      setError(fieldErrorsOf(problem)[method] ?? messageOf(problem));
      setBusy(false);
    }
  }

  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <p>{words.confirm.hint}</p>
      {/* By this a password keeper knows whose it is. */}
      <input type="email" autoComplete="username" value={state.name === 'signedIn' ? state.user.email : ''} readOnly hidden />
      {isCode ? <CodeField {...field} /> : <PasswordField label={texts.login.password} autoComplete="current-password" {...field} />}
      <footer className="dialog-actions">
        <button type="button" className="button" onClick={onCancel}>
          {dialogs.cancel}
        </button>
        <button type="submit" className="button button-primary" disabled={isBusy}>
          {words.confirm.action}
        </button>
      </footer>
    </form>
  );
}
