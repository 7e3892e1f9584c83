import { useState, type FormEvent } from 'react';
import { errorTypeOf, fieldErrorsOf, messageOf } from '../api/errors';
import { session } from '../auth/session';
import { CodeField } from '../components/CodeField';
import { typedCode } from '../components/typedCode';
import { useFirstFocus } from '../components/useFirstFocus';
import { texts } from '../texts';

const { code: words } = texts.profile;

type Props = {
  ticket: string;
  onDone?: () => void;
  /** Back to the first step, maybe for a reason. */
  onLeave: (reason?: string) => void;
};

/** The second step of a sign-in. */
export function CodeForm({ ticket, onDone, onLeave }: Props): JSX.Element {
  const [code, setCode] = useState('');
  const [error, setError] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  const input = useFirstFocus<HTMLInputElement>();

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (!typedCode(code)) return setError(words.missing);
    setBusy(true);
    try {
      await session.finishSignIn(ticket, typedCode(code));
      onDone?.();
    } catch (problem) {
      if (errorTypeOf(problem) === 'second_factor_expired') return onLeave(words.expired);
      setError(fieldErrorsOf(problem)['code'] ?? messageOf(problem));
      setBusy(false);
    }
  }

  return (
    <>
      <form onSubmit={(event) => void submit(event)} noValidate>
        <CodeField inputRef={input} value={code} error={error} onChange={(event) => setCode(event.target.value)} />
        <button type="submit" className="button button-primary button-large" disabled={isBusy}>
          {texts.login.signIn}
        </button>
      </form>
      <p className="login-switch">
        <button type="button" className="link" onClick={() => onLeave()}>
          {words.back}
        </button>
      </p>
    </>
  );
}
