import { useState } from 'react';
import { sendVerification } from '../api/account';
import type { UserResponse } from '../api/schema';
import { ActionButton } from '../components/ActionButton';
import { attempt } from '../components/attempt';
import { useFocusAfter } from '../components/useFocusAfter';
import { texts } from '../texts';

const { email: words } = texts.profile;

/** An address, whether it is known to be the person's, and a way to show that it is. */
export function EmailState({ user, sendsMail }: { user: UserResponse; sendsMail: boolean }): JSX.Element {
  const [isSent, setSent] = useState(false);
  const status = useFocusAfter<HTMLParagraphElement>(isSent);

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
          <ActionButton className="link" onAction={() => attempt(send)}>
            {words.send}
          </ActionButton>
        )}
      </p>
      {isOpen && isSent && (
        <p ref={status} role="status" tabIndex={-1}>
          {words.sent(user.email)}
        </p>
      )}
    </>
  );
}
