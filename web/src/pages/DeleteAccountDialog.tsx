import { findSharedByMe } from '../api/account';
import { Dialog } from '../components/Dialog';
import { Problem } from '../components/Problem';
import { useLoad } from '../components/useLoad';
import { texts } from '../texts';
import { DeleteAccountForm } from './DeleteAccountForm';

/** Says what others would lose, and asks before everything is gone. */
export function DeleteAccountDialog({ onClose }: { onClose: () => void }): JSX.Element {
  const { value, error, reload } = useLoad(findSharedByMe, 'shared');
  return (
    <Dialog title={texts.account.deleteTitle} onClose={onClose}>
      {error && <Problem text={error} onRetry={() => void reload()} />}
      {!value && !error && (
        <p className="quiet" aria-busy="true">
          {texts.loading}
        </p>
      )}
      {value && <DeleteAccountForm shared={value} onClose={onClose} />}
    </Dialog>
  );
}
