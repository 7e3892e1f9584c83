import { useState, type FormEvent } from 'react';
import { deleteAccount } from '../api/account';
import { messageOf } from '../api/errors';
import { confirmed } from '../auth/confirmed';
import { session } from '../auth/session';
import { Dialog } from '../components/Dialog';
import { Field } from '../components/Field';
import { texts } from '../texts';

/** Asks for a word before everything is gone. */
export function DeleteAccountDialog({ onClose }: { onClose: () => void }): JSX.Element {
  const [word, setWord] = useState('');
  const [error, setError] = useState<string>();

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (word !== texts.account.deleteWord) return setError(texts.account.deleteQuestion);
    try {
      await confirmed(deleteAccount);
      session.leave();
    } catch (problem) {
      setError(messageOf(problem));
    }
  }

  return (
    <Dialog title={texts.account.deleteTitle} onClose={onClose}>
      <form onSubmit={(event) => void submit(event)}>
        <Field label={texts.account.deleteQuestion} value={word} error={error} data-autofocus onChange={(event) => setWord(event.target.value)} />
        <footer className="dialog-actions">
          <button type="button" className="button" onClick={onClose}>
            {texts.dialogs.cancel}
          </button>
          <button type="submit" className="button button-dangerous">
            {texts.account.delete}
          </button>
        </footer>
      </form>
    </Dialog>
  );
}
