import { useState } from 'react';
import type { Member } from '../../api/schema';
import { findAccess, type SharedPath } from '../../api/sharing';
import { session } from '../../auth/session';
import { useSession } from '../../auth/useSession';
import { texts } from '../../texts';
import { Dialog } from '../Dialog';
import { Problem } from '../Problem';
import { useLoad } from '../useLoad';
import { EventList } from './EventList';
import { HandOverDialog } from './HandOverDialog';
import { InviteForm } from './InviteForm';
import { LinkList } from './LinkList';
import { MemberList } from './MemberList';
import { PublicPicture } from './PublicPicture';
import { isOwnerInPerson } from './members';

type Props = {
  readonly path: SharedPath;
  readonly name: string;
  readonly isDiagram?: boolean;
  readonly onClose: () => void;
  /** Whoever has opened it has left. */
  readonly onLeft: () => void;
  /** Whoever has opened it is no longer the owner. */
  readonly onHandedOver?: () => void;
};

/** With whom something is shared, and by which links. */
export default function ShareDialog({ path, name, isDiagram = false, onClose, onLeft, onHandedOver }: Props): JSX.Element {
  const { value, error, reload } = useLoad(() => findAccess(path), path);
  const sendsMail = useLoad(() => session.providers(), 'providers').value?.mail ?? false;
  const [heir, setHeir] = useState<Member>();
  const state = useSession();
  const isOwner = value?.role === 'owner';
  const mayHandOver = !isDiagram && value !== null && isOwnerInPerson(value, state.name === 'signedIn' ? state.user.id : undefined);
  const onChange = () => void reload();

  function handedOver(): void {
    setHeir(undefined);
    onChange();
    onHandedOver?.();
  }

  return (
    <>
      <Dialog title={texts.sharing.title(name)} onClose={onClose} size="middle">
        {error && <Problem text={error} onRetry={onChange} />}
        {value && <MemberList {...{ path, name, onChange, onLeft }} sharing={value} onHandOver={mayHandOver ? setHeir : undefined} />}
        {value && isOwner && sendsMail && <InviteForm {...{ path, onChange }} />}
        {value && isOwner && <LinkList {...{ path, onChange }} links={value.links.filter((link) => link.kind !== 'picture')} />}
        {value && isOwner && isDiagram && <PublicPicture {...{ path, name, onChange }} link={value.links.find((link) => link.kind === 'picture')} />}
        {value && isOwner && <EventList events={value.events} />}
      </Dialog>
      {heir && <HandOverDialog {...{ path, name }} member={heir} onDone={handedOver} onClose={() => setHeir(undefined)} />}
    </>
  );
}
