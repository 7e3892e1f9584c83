import { secondFactor } from '../api/secondFactor';
import type { UserResponse } from '../api/schema';
import { session } from '../auth/session';
import { Problem } from '../components/Problem';
import { useLoad } from '../components/useLoad';
import { texts } from '../texts';
import { SecondFactorDialog } from './SecondFactorDialog';
import { SecondFactorOff } from './SecondFactorOff';
import { SecondFactorOn } from './SecondFactorOn';
import { useSecondFactorSetup } from './useSecondFactorSetup';

/** Whether a code is asked for besides, and how that is changed. */
export function SecondFactorSection({ user }: { user: UserResponse }): JSX.Element {
  const { value, error, reload } = useLoad(secondFactor, 'second-factor');
  const setup = useSecondFactorSetup();

  function changed(state: UserResponse['second_factor']): void {
    setup.leave();
    session.know({ ...user, second_factor: state });
    void reload();
  }

  return (
    <section aria-labelledby="second-factor">
      <h2 id="second-factor">{texts.profile.twoStep.title}</h2>
      {error && <Problem text={error} onRetry={() => void reload()} />}
      {value?.is_on && <SecondFactorOn state={value} onCodes={setup.show} onOff={() => changed('off')} />}
      {value && !value.is_on && <SecondFactorOff problem={setup.problem} onStart={setup.start} />}
      <SecondFactorDialog email={user.email} setup={setup} onKept={() => changed('on')} />
    </section>
  );
}
