import { useState, type FormEvent } from 'react';
import { fieldErrorsOf, messageOf } from '../api/errors';
import type { SecondFactorSetup } from '../api/schema';
import { CodeField } from '../components/CodeField';
import { IconButton } from '../components/IconButton';
import { QrCode } from '../components/QrCode';
import { copyText } from '../components/copyText';
import { inFours } from '../components/inFours';
import { typedCode } from '../components/typedCode';
import { useFirstFocus } from '../components/useFirstFocus';
import { texts } from '../texts';

const { twoStep, code: codeWords } = texts.profile;

type Props = { setup: SecondFactorSetup; onCode: (code: string) => Promise<void> };

/** The key for an authenticator app, and a first code by which the app shows that it has it. */
export function SecondFactorForm({ setup, onCode }: Props): JSX.Element {
  const [code, setCode] = useState('');
  const [error, setError] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  const start = useFirstFocus<HTMLParagraphElement>();

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (!typedCode(code)) return setError(codeWords.missing);
    setBusy(true);
    try {
      await onCode(typedCode(code));
    } catch (problem) {
      setError(fieldErrorsOf(problem)['code'] ?? messageOf(problem));
      setBusy(false);
    }
  }

  return (
    <form className="stack" onSubmit={(event) => void submit(event)} noValidate>
      <p ref={start} tabIndex={-1}>
        {twoStep.scan}
      </p>
      <QrCode text={setup.address} label={twoStep.picture} />
      <p>{twoStep.type}</p>
      <p>
        <code>{inFours(setup.secret)}</code>
        <IconButton icon="copy" label={twoStep.copyKey} onClick={() => void copyText(setup.secret)} />
      </p>
      <CodeField
        label={twoStep.codeLabel}
        hint={twoStep.codeHint}
        inputMode="numeric"
        value={code}
        error={error}
        onChange={(event) => setCode(event.target.value)}
      />
      <button type="submit" className="button button-primary" disabled={isBusy}>
        {twoStep.turnOn}
      </button>
    </form>
  );
}
