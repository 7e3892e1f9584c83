import { useState } from 'react';
import { signOut } from '../components/signOut';
import { texts } from '../texts';
import { DeleteAccountDialog } from './DeleteAccountDialog';

/** For those who don't want to set anything up. */
export function SetUpExits(): JSX.Element {
  const [isDeleting, setDeleting] = useState(false);
  return (
    <>
      <p className="login-switch">
        <button type="button" className="link" onClick={() => void signOut()}>
          {texts.header.signOut}
        </button>{' '}
        ·{' '}
        <button type="button" className="link" onClick={() => setDeleting(true)}>
          {texts.account.delete}
        </button>
      </p>
      {isDeleting && <DeleteAccountDialog onClose={() => setDeleting(false)} />}
    </>
  );
}
