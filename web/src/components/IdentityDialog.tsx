import { useQuestion } from '../auth/confirmed';
import { texts } from '../texts';
import { Dialog } from './Dialog';
import { IdentityForm } from './IdentityForm';
import { IdentityGoogle } from './IdentityGoogle';

/** Asks people once more who they are, when `confirmed` wants to know. There is one, for the whole page. */
export function IdentityDialog(): JSX.Element | null {
  const question = useQuestion();
  if (!question) return null;
  const { userId, method, answer } = question;
  const cancel = () => answer(false);
  return (
    <Dialog key={userId} title={texts.profile.confirm.title} onClose={cancel}>
      {method === 'sign_in' ? <IdentityGoogle onCancel={cancel} /> : <IdentityForm method={method} onDone={() => answer(true)} onCancel={cancel} />}
    </Dialog>
  );
}
