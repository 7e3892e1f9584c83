import { findAccess, type SharedPath } from '../../api/sharing';
import { session } from '../../auth/session';
import { texts } from '../../texts';
import { Dialog } from '../Dialog';
import { Problem } from '../Problem';
import { useLoad } from '../useLoad';
import { InviteForm } from './InviteForm';
import { LinkList } from './LinkList';
import { MemberList } from './MemberList';
import { PublicPicture } from './PublicPicture';

type Props = {
  readonly path: SharedPath;
  readonly name: string;
  readonly isDiagram?: boolean;
  readonly onClose: () => void;
  /** Whoever has opened it has left. */
  readonly onLeft: () => void;
};

/** With whom something is shared, and by which links. */
export default function ShareDialog({ path, name, isDiagram = false, onClose, onLeft }: Props): JSX.Element {
  const { value, error, reload } = useLoad(() => findAccess(path), path);
  const sendsMail = useLoad(() => session.providers(), 'providers').value?.mail ?? false;
  const isOwner = value?.role === 'owner';
  const onChange = () => void reload();
  return (
    <Dialog title={texts.sharing.title(name)} onClose={onClose} size="middle">
      {error && <Problem text={error} onRetry={onChange} />}
      {value && <MemberList {...{ path, name, onChange, onLeft }} sharing={value} />}
      {value && isOwner && sendsMail && <InviteForm {...{ path, onChange }} />}
      {value && isOwner && <LinkList {...{ path, onChange }} links={value.links.filter((link) => link.kind !== 'picture')} />}
      {value && isOwner && isDiagram && <PublicPicture {...{ path, name, onChange }} link={value.links.find((link) => link.kind === 'picture')} />}
    </Dialog>
  );
}
