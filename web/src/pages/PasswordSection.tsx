import { Problem } from '../components/Problem';
import type { Load } from '../components/useLoad';
import { texts } from '../texts';
import { PasswordForm } from './PasswordForm';

type Props = {
  readonly email: string;
  /** Whether there is a password. */
  readonly state: Load<boolean>;
  readonly onChange: () => void;
};

/** A new password, for whoever knows the present one. */
export function PasswordSection({ email, state, onChange }: Props): JSX.Element {
  const isSet = state.value;
  return (
    <section aria-labelledby="password">
      <h2 id="password">{texts.profile.password}</h2>
      {state.error && <Problem text={state.error} onRetry={() => void state.reload()} />}
      {isSet !== null && (
        <>
          <p className="quiet">{isSet ? texts.profile.passwordHint : texts.profile.noPasswordHint}</p>
          <PasswordForm
            email={email}
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
