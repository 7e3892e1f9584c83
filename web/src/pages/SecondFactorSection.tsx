import { useState } from 'react';
import type { UserResponse } from '../api/schema';
import { secondFactor } from '../api/secondFactor';
import { session } from '../auth/session';
import { Problem } from '../components/Problem';
import { useFocusAfter } from '../components/useFocusAfter';
import { useLoad } from '../components/useLoad';
import { texts } from '../texts';
import { SecondFactorDialog } from './SecondFactorDialog';
import { SecondFactorEnd } from './SecondFactorEnd';
import { SecondFactorOff } from './SecondFactorOff';
import { SecondFactorOn } from './SecondFactorOn';
import type { Found } from './afterConflict';
import { useSecondFactorSetup } from './useSecondFactorSetup';

/** Whether a code is asked for besides, and how that is changed. Each change ends the other sessions. */
export function SecondFactorSection({ user, onChange }: { user: UserResponse; onChange: () => void }): JSX.Element {
  const { value, error, reload, set } = useLoad(secondFactor, 'second-factor');
  const [isFound, setFound] = useState(false);
  const setup = useSecondFactorSetup(found);
  const heading = useFocusAfter<HTMLHeadingElement>(value?.is_on);

  function found(now: Found): void {
    setFound(now.state.is_on);
    session.know(now.user);
    set(() => now.state);
    onChange();
  }

  function changed(state: UserResponse['second_factor']): void {
    setFound(false);
    setup.leave();
    session.know({ ...user, second_factor: state });
    void reload();
    onChange();
  }

  return (
    <section aria-labelledby="second-factor">
      <h2 id="second-factor" ref={heading} tabIndex={-1}>
        {texts.profile.twoStep.title}
      </h2>
      {error && <Problem text={error} onRetry={() => void reload()} />}
      {value?.is_on && (
        <SecondFactorOn state={value} isFound={isFound} onRenew={setup.renew}>
          {!value.is_required && <SecondFactorEnd onOff={() => changed('off')} />}
        </SecondFactorOn>
      )}
      {value && !value.is_on && <SecondFactorOff problem={setup.problem} onStart={setup.start} />}
      <SecondFactorDialog email={user.email} setup={setup} onKept={() => changed('on')} />
    </section>
  );
}
