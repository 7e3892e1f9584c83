import { useState } from 'react';
import type { UserResponse } from '../api/schema';
import { session } from '../auth/session';
import { useLoad } from '../components/useLoad';
import { texts } from '../texts';
import { EmailForm } from './EmailForm';
import { EmailState } from './EmailState';

const { email: words } = texts.profile;

/** A person's address; another one for those who sign in with a password, as Google says the address of the others. */
export function EmailPart({ user, hasPassword }: { user: UserResponse; hasPassword: boolean }): JSX.Element {
  const providers = useLoad(() => session.providers(), 'providers');
  const sendsMail = providers.value?.mail ?? false;
  const [isChanging, setChanging] = useState(false);
  const [sentTo, setSentTo] = useState<string>();

  function sent(email: string): void {
    setChanging(false);
    setSentTo(email);
  }

  return (
    <div className="stack">
      <h3>{words.title}</h3>
      <EmailState key={user.email} user={user} sendsMail={sendsMail} />
      {sendsMail && hasPassword && !isChanging && (
        <button type="button" className="button" onClick={() => setChanging(true)}>
          {words.change}
        </button>
      )}
      {isChanging && <EmailForm onSent={sent} onClose={() => setChanging(false)} />}
      {sentTo && <p role="status">{words.changeSent(sentTo)}</p>}
    </div>
  );
}
