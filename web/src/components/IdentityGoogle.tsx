import { startGoogleSignIn } from '../auth/googleSignIn';
import { texts } from '../texts';
import { attempt } from './attempt';
import { Icon } from './Icon';

/** For those whom Google knows: they show who they are by signing in there again. */
export function IdentityGoogle({ onCancel }: { onCancel: () => void }): JSX.Element {
  return (
    <>
      <p>{texts.profile.confirm.signInHint}</p>
      <footer className="dialog-actions">
        <button type="button" className="button" onClick={onCancel}>
          {texts.dialogs.cancel}
        </button>
        <button type="button" className="button button-primary" data-autofocus onClick={() => void attempt(() => startGoogleSignIn('/account'))}>
          <Icon name="google" />
          {texts.login.google}
        </button>
      </footer>
    </>
  );
}
