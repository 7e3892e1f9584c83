import { hasPassword } from '../api/account';
import type { UserResponse } from '../api/schema';
import { Problem } from '../components/Problem';
import { useLoad } from '../components/useLoad';
import { texts } from '../texts';
import { PasswordForm } from './PasswordForm';

/** A new password, for whoever knows the present one. */
export function PasswordSection({ user, onChange }: { user: UserResponse; onChange: () => void }): JSX.Element {
  const state = useLoad(hasPassword, 'password');
  const isSet = state.value;
  return (
    <section aria-labelledby="password">
      <h2 id="password">{texts.profile.password}</h2>
      {state.error && <Problem text={state.error} onRetry={() => void state.reload()} />}
      {isSet !== null && (
        <>
          <p className="quiet">{isSet ? texts.profile.passwordHint : texts.profile.noPasswordHint}</p>
          <PasswordForm
            email={user.email}
            isSet={isSet}
            onDone={() => {
              state.set(() => true);
              onChange();
            }}
          />
        </>
      )}
    </section>
  );
}
