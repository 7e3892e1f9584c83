import { useState, type FormEvent } from 'react';
import { fieldErrorsOf, messageOf } from '../api/errors';
import { texts } from '../texts';
import { Dialog } from './Dialog';
import { Field } from './Field';

type Props = {
  title: string;
  label: string;
  action: string;
  initial?: string;
  onDone: (name: string) => Promise<void>;
  onClose: () => void;
};

/** Asks for a name. */
export function NameDialog({ title, label, action, initial = '', onDone, onClose }: Props): JSX.Element {
  const [name, setName] = useState(initial);
  const [error, setError] = useState<string>();
  const [isBusy, setBusy] = useState(false);

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (!name.trim()) return setError(texts.dialogs.missingName);
    setBusy(true);
    try {
      await onDone(name.trim());
    } catch (problem) {
      setError(fieldErrorsOf(problem)['name'] ?? messageOf(problem));
      setBusy(false);
    }
  }

  return (
    <Dialog title={title} onClose={onClose}>
      <form onSubmit={(event) => void submit(event)} noValidate>
        <Field
          label={label}
          value={name}
          error={error}
          maxLength={255}
          data-autofocus
          onChange={(event) => setName(event.target.value)}
          onFocus={(event) => event.target.select()}
        />
        <footer className="dialog-actions">
          <button type="button" className="button" onClick={onClose}>
            {texts.dialogs.cancel}
          </button>
          <button type="submit" className="button button-primary" disabled={isBusy}>
            {action}
          </button>
        </footer>
      </form>
    </Dialog>
  );
}
