import { useState } from 'react';
import { messageOf } from '../api/errors';
import { texts } from '../texts';
import { ActionButton } from './ActionButton';
import { Dialog } from './Dialog';

type Props = { title: string; question: string; action: string; onDone: () => Promise<void>; onClose: () => void };

/** Asks before something that can't be taken back. */
export function ConfirmDialog({ title, question, action, onDone, onClose }: Props): JSX.Element {
  const [error, setError] = useState<string>();

  async function confirm(): Promise<void> {
    try {
      await onDone();
    } catch (problem) {
      setError(messageOf(problem));
    }
  }

  return (
    <Dialog title={title} onClose={onClose}>
      <p>{question}</p>
      {error && (
        <p className="field-error" role="alert">
          {error}
        </p>
      )}
      <footer className="dialog-actions">
        <button type="button" className="button" onClick={onClose} data-autofocus>
          {texts.dialogs.cancel}
        </button>
        <ActionButton className="button button-dangerous" onAction={confirm}>
          {action}
        </ActionButton>
      </footer>
    </Dialog>
  );
}
