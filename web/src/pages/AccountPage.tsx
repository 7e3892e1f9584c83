import { useState, type FormEvent } from 'react';
import { deleteAccount, endSession, listSessions } from '../api/account';
import { messageOf, statusOf } from '../api/errors';
import type { UserResponse } from '../api/schema';
import { session } from '../auth/session';
import { DataTransfer } from '../components/DataTransfer';
import { Dialog } from '../components/Dialog';
import { Field } from '../components/Field';
import { Page } from '../components/Page';
import { Problem } from '../components/Problem';
import { SessionList } from '../components/SessionList';
import { attempt } from '../components/attempt';
import { useLoad } from '../components/useLoad';
import { texts } from '../texts';
import { PasswordSection } from './PasswordSection';
import { ProfileSection } from './ProfileSection';

/** Who one is, where one is signed in, and the end of it all. */
export function AccountPage({ user }: { user: UserResponse }): JSX.Element {
  const sessions = useLoad(listSessions, 'sessions');
  const [isDeleting, setDeleting] = useState(false);

  async function end(id: string): Promise<void> {
    await attempt(async () => {
      await endSession(id);
      await sessions.reload();
    });
  }

  return (
    <Page title={texts.account.title}>
      <div className="page-head">
        <div className="page-title">
          <h1>{user.name}</h1>
          <p className="quiet">{user.email}</p>
        </div>
      </div>
      <ProfileSection user={user} />
      <PasswordSection user={user} onChange={() => void sessions.reload()} />
      <section aria-labelledby="sessions">
        <h2 id="sessions">{texts.account.sessions}</h2>
        {sessions.error && <Problem text={sessions.error} onRetry={() => void sessions.reload()} />}
        {sessions.value && <SessionList sessions={sessions.value} onEnd={(id) => void end(id)} />}
      </section>
      <section aria-labelledby="data">
        <h2 id="data">{texts.account.data}</h2>
        <p className="quiet">{texts.account.exportHint}</p>
        <DataTransfer />
      </section>
      <section aria-labelledby="deletion">
        <h2 id="deletion">{texts.account.deleteTitle}</h2>
        <p className="quiet">{texts.account.deleteHint}</p>
        <button type="button" className="button button-dangerous-quiet" onClick={() => setDeleting(true)}>
          {texts.account.delete}
        </button>
      </section>
      {isDeleting && <DeleteDialog onClose={() => setDeleting(false)} />}
    </Page>
  );
}

function DeleteDialog({ onClose }: { onClose: () => void }): JSX.Element {
  const [word, setWord] = useState('');
  const [error, setError] = useState<string>();

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (word !== texts.account.deleteWord) return setError(texts.account.deleteQuestion);
    try {
      await deleteAccount();
      session.leave();
    } catch (problem) {
      setError(statusOf(problem) === 403 ? texts.account.deleteAgain : messageOf(problem));
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
