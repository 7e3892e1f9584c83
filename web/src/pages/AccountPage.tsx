import { useState } from 'react';
import { endSession, hasPassword, listSessions } from '../api/account';
import type { UserResponse } from '../api/schema';
import { confirmed } from '../auth/confirmed';
import { DataTransfer } from '../components/DataTransfer';
import { Page } from '../components/Page';
import { Problem } from '../components/Problem';
import { SessionList } from '../components/SessionList';
import { StorageMeter } from '../components/StorageMeter';
import { attempt } from '../components/attempt';
import { useLoad } from '../components/useLoad';
import { texts } from '../texts';
import { DeleteAccountDialog } from './DeleteAccountDialog';
import { PasswordSection } from './PasswordSection';
import { ProfileSection } from './ProfileSection';
import { SecondFactorSection } from './SecondFactorSection';

/** Who one is, where one is signed in, and the end of it all. */
export function AccountPage({ user }: { user: UserResponse }): JSX.Element {
  const sessions = useLoad(listSessions, 'sessions');
  const password = useLoad(hasPassword, 'password');
  const [isDeleting, setDeleting] = useState(false);

  async function end(id: string): Promise<void> {
    await attempt(async () => {
      await confirmed(() => endSession(id));
      await sessions.reload();
    });
  }

  return (
    <Page title={texts.account.title}>
      <div className="page-head">
        <h1>{user.name}</h1>
      </div>
      <ProfileSection user={user} />
      <PasswordSection email={user.email} state={password} onChange={() => void sessions.reload()} />
      <SecondFactorSection user={user} onChange={() => void sessions.reload()} />
      <section aria-labelledby="sessions">
        <h2 id="sessions">{texts.account.sessions}</h2>
        {sessions.error && <Problem text={sessions.error} onRetry={() => void sessions.reload()} />}
        {sessions.value && <SessionList sessions={sessions.value} onEnd={(id) => void end(id)} />}
      </section>
      <section aria-labelledby="data">
        <h2 id="data">{texts.account.data}</h2>
        <StorageMeter />
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
      {isDeleting && <DeleteAccountDialog onClose={() => setDeleting(false)} />}
    </Page>
  );
}
