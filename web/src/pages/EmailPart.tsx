import { useState } from 'react';
import type { UserResponse } from '../api/schema';
import { useFocusAfter } from '../components/useFocusAfter';
import { texts } from '../texts';
import { EmailForm } from './EmailForm';
import { EmailState } from './EmailState';

const { email: words } = texts.profile;

/** A person's address, and another one; not for those whom Google knows, as it says what their address is. */
export function EmailPart({ user, sendsMail }: { user: UserResponse; sendsMail: boolean }): JSX.Element {
  const [isChanging, setChanging] = useState(false);
  const [sentTo, setSentTo] = useState<string>();
  const opener = useFocusAfter<HTMLButtonElement>(isChanging);

  function sent(email: string): void {
    setChanging(false);
    setSentTo(email);
  }

  return (
    <>
      <EmailState key={user.email} user={user} sendsMail={sendsMail} />
      {sendsMail && user.provider === 'local' && !isChanging && (
        <button ref={opener} type="button" className="button" onClick={() => setChanging(true)}>
          {words.change}
        </button>
      )}
      {isChanging && <EmailForm onSent={sent} onClose={() => setChanging(false)} />}
      {sentTo && <p role="status">{words.changeSent(sentTo)}</p>}
    </>
  );
}
