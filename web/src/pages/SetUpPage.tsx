import { useEffect, useState } from 'react';
import type { UserResponse } from '../api/schema';
import { session } from '../auth/session';
import { texts } from '../texts';
import { LoginFrame } from './LoginFrame';
import { RecoveryCodes } from './RecoveryCodes';
import { SecondFactorForm } from './SecondFactorForm';
import { SecondFactorOn } from './SecondFactorOn';
import { SetUpBeginning } from './SetUpBeginning';
import { SetUpExits } from './SetUpExits';
import type { Found } from './afterConflict';
import { useSecondFactorSetup } from './useSecondFactorSetup';

const { twoStep } = texts.profile;

/** All that people see who have no second factor on a server that asks everybody for one. */
export function SetUpPage({ user }: { user: UserResponse }): JSX.Element {
  const [on, setOn] = useState<Found>();
  const { step, problem, start, activate, renew } = useSecondFactorSetup(found);
  useEffect(() => {
    document.title = `${twoStep.setUpTitle} · ${texts.product}`;
  }, []);

  /** Whoever has it on by now stays here until they have their recovery codes, or say that they need none. */
  function found(now: Found): void {
    setOn(now.state.is_on ? now : undefined);
    if (!now.state.is_on) session.know(now.user);
  }

  if (step?.name === 'keep')
    return (
      <LoginFrame title={twoStep.codesTitle}>
        <RecoveryCodes email={user.email} codes={step.codes} onKept={() => session.know({ ...user, second_factor: 'on' })} />
      </LoginFrame>
    );
  return (
    <LoginFrame title={on ? twoStep.title : twoStep.setUpTitle}>
      {step && <SecondFactorForm setup={step.setup} onCode={activate} />}
      {!step && !on && <SetUpBeginning user={user} problem={problem} onStart={start} />}
      {!step && on && (
        <SecondFactorOn state={on.state} isFound onRenew={renew}>
          <button type="button" className="button button-primary" onClick={() => session.know(on.user)}>
            {twoStep.goOn}
          </button>
        </SecondFactorOn>
      )}
      <SetUpExits />
    </LoginFrame>
  );
}
