import { useState } from 'react';
import { sendVerification } from '../api/account';
import type { UserResponse } from '../api/schema';
import { attempt } from '../components/attempt';
import { texts } from '../texts';

const { email: words } = texts.profile;

/** An address, whether it is known to be the person's, and a way to show that it is. */
export function EmailState({ user, sendsMail }: { user: UserResponse; sendsMail: boolean }): JSX.Element {
  const [isSent, setSent] = useState(false);

  async function send(): Promise<void> {
    await sendVerification();
    setSent(true);
  }

  const isOpen = sendsMail && !user.email_verified;
  return (
    <>
      <p>
        {user.email} {user.email_verified && <span className="quiet">· {words.verified}</span>}
        {isOpen && <span className="quiet">· {words.unverified} </span>}
        {isOpen && !isSent && (
          <button type="button" className="link" onClick={() => void attempt(send)}>
            {words.send}
          </button>
        )}
      </p>
      {isOpen && isSent && <p role="status">{words.sent(user.email)}</p>}
    </>
  );
}
