import type { Member } from '../../api/schema';
import { handOver, type SharedPath } from '../../api/sharing';
import { confirmed } from '../../auth/confirmed';
import { texts } from '../../texts';
import { ConfirmDialog } from '../ConfirmDialog';
import { toast } from '../notices';

type Props = {
  readonly path: SharedPath;
  readonly name: string;
  readonly member: Member;
  readonly onDone: () => void;
  readonly onClose: () => void;
};

/** Asks before a project is given to one of its members. */
export function HandOverDialog({ path, name, member, onDone, onClose }: Props): JSX.Element {
  const { title, question, action, done } = texts.sharing.handOver;

  async function give(): Promise<void> {
    await confirmed(() => handOver(path, member.user_id));
    toast(done(name, member.name));
    onDone();
  }

  return <ConfirmDialog title={title} question={question(name, member.name)} action={action} onDone={give} onClose={onClose} />;
}
