import { useEffect } from 'react';
import type { UserResponse } from '../api/schema';
import { session } from '../auth/session';
import { signOut } from '../components/signOut';
import { useLoad } from '../components/useLoad';
import { texts } from '../texts';
import { EmailState } from './EmailState';
import { LoginFrame } from './LoginFrame';
import { RecoveryCodes } from './RecoveryCodes';
import { SecondFactorForm } from './SecondFactorForm';
import { useSecondFactorSetup } from './useSecondFactorSetup';

const { twoStep } = texts.profile;

/** All that people see who have no second factor on a server that asks everybody for one. */
export function SetUpPage({ user }: { user: UserResponse }): JSX.Element {
  const { step, problem, start, activate } = useSecondFactorSetup();
  useEffect(() => {
    document.title = `${twoStep.setUpTitle} · ${texts.product}`;
  }, []);
  return (
    <LoginFrame title={step?.name === 'keep' ? twoStep.codesTitle : twoStep.setUpTitle}>
      {!step && <Beginning user={user} problem={problem} onStart={start} />}
      {step?.name === 'scan' && <SecondFactorForm setup={step.setup} onCode={activate} />}
      {step?.name === 'keep' && <RecoveryCodes email={user.email} codes={step.codes} onKept={() => session.know({ ...user, second_factor: 'on' })} />}
      {step?.name !== 'keep' && (
        <p className="login-switch">
          <button type="button" className="link" onClick={() => void signOut()}>
            {texts.header.signOut}
          </button>
        </p>
      )}
    </LoginFrame>
  );
}

type BeginningProps = { user: UserResponse; problem: string | undefined; onStart: () => Promise<void> };

/** Where mails are sent, the address has to be verified before. */
function Beginning({ user, problem, onStart }: BeginningProps): JSX.Element {
  const providers = useLoad(() => session.providers(), 'providers');
  const sendsMail = providers.value?.mail ?? false;
  return (
    <div className="stack">
      <p>{twoStep.requiredHint}</p>
      {sendsMail && !user.email_verified && (
        <>
          <p>{twoStep.unverified}</p>
          <EmailState user={user} sendsMail />
        </>
      )}
      {problem && (
        <p className="form-problem" role="alert">
          {problem}
        </p>
      )}
      <button type="button" className="button button-primary button-large" onClick={() => void onStart()}>
        {twoStep.setUp}
      </button>
    </div>
  );
}
