import type { UserResponse } from '../api/schema';
import { session } from '../auth/session';
import { FormProblem } from '../components/FormProblem';
import { ActionButton } from '../components/ActionButton';
import { Problem } from '../components/Problem';
import { useLoad } from '../components/useLoad';
import { texts } from '../texts';
import { EmailPart } from './EmailPart';

const { twoStep } = texts.profile;

type Props = { user: UserResponse; problem: string | undefined; onStart: () => Promise<void> };

/** Where mails are sent, the address has to be verified before; whoever can't be reached at it gives another one. */
export function SetUpBeginning({ user, problem, onStart }: Props): JSX.Element {
  const providers = useLoad(() => session.providers(), 'providers');
  const sendsMail = providers.value?.mail ?? false;
  return (
    <div className="stack">
      <p>{twoStep.requiredHint}</p>
      {providers.error && <Problem text={providers.error} onRetry={() => void providers.reload()} />}
      {sendsMail && !user.email_verified && (
        <>
          <p>{twoStep.unverified}</p>
          <EmailPart user={user} sendsMail />
        </>
      )}
      <FormProblem>{problem}</FormProblem>
      <ActionButton className="button button-primary button-large" onAction={onStart}>
        {twoStep.setUp}
      </ActionButton>
    </div>
  );
}
