import { PasswordField } from '../components/PasswordField';
import { texts } from '../texts';
import { usePasswordChange } from './usePasswordChange';

type Props = { readonly email: string; readonly isSet: boolean; readonly onDone: () => void };

/** Asks for a new password, and for the present one where there is one. */
export function PasswordForm({ email, isSet, onDone }: Props): JSX.Element {
  const { fieldOf, submit } = usePasswordChange(isSet, onDone);
  return (
    <form className="account-form" onSubmit={(event) => void submit(event)} noValidate>
      {/* By this a password keeper knows whose it is. */}
      <input type="email" autoComplete="username" value={email} readOnly hidden />
      {isSet && <PasswordField label={texts.profile.current} autoComplete="current-password" {...fieldOf('current_password')} />}
      <PasswordField label={texts.profile.new} autoComplete="new-password" hint={texts.profile.newHint} {...fieldOf('new_password')} />
      <button type="submit" className="button">
        {isSet ? texts.profile.change : texts.profile.set}
      </button>
    </form>
  );
}
