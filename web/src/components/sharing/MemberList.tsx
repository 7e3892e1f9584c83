import { removeMember, setRole, type SharedPath } from '../../api/sharing';
import type { Member, Sharing } from '../../api/schema';
import { useSession } from '../../auth/useSession';
import { texts } from '../../texts';
import { attempt } from '../attempt';
import { Avatar } from '../Avatar';
import { Choice } from '../Choice';
import { IconButton } from '../IconButton';
import { toast } from '../notices';
import { memberRoles, oncePerPerson } from './members';

type Props = {
  readonly path: SharedPath;
  readonly name: string;
  readonly sharing: Sharing;
  readonly onChange: () => void;
  readonly onLeft: () => void;
  /** Not for those who can't give it away. */
  readonly onHandOver: ((member: Member) => void) | undefined;
};

/** Who has access. Its owner gives and takes roles; everybody may leave. */
export function MemberList({ path, name, sharing, onChange, onLeft, onHandOver }: Props): JSX.Element {
  const members = oncePerPerson(sharing.members);
  return (
    <section className="sharing-part" aria-labelledby="sharing-people">
      <h3 id="sharing-people">{texts.sharing.people}</h3>
      <ul className="people">
        <li>
          <Avatar name={sharing.owner_name ?? '?'} />
          <span className="person">{sharing.owner_name}</span>
          <span className="quiet">{texts.sharing.roles.owner}</span>
        </li>
        {members.map((member) => (
          <MemberRow key={member.user_id} isOwner={sharing.role === 'owner'} {...{ path, name, member, onChange, onLeft, onHandOver }} />
        ))}
      </ul>
      {members.length === 0 && <p className="quiet">{texts.sharing.nobody}</p>}
    </section>
  );
}

type RowProps = Omit<Props, 'sharing'> & { readonly member: Member; readonly isOwner: boolean };

function MemberRow({ path, name, member, isOwner, onChange, onLeft, onHandOver }: RowProps): JSX.Element {
  const session = useSession();
  const isSelf = session.name === 'signedIn' && session.user.id === member.user_id;

  async function leave(): Promise<void> {
    await removeMember(path, member.user_id);
    toast(texts.sharing.left(name));
    onLeft();
  }

  return (
    <li>
      <Avatar name={member.name} />
      <span className="person">
        {member.name}
        {isSelf && <span className="badge">{texts.sharing.you}</span>}
        {member.link_id && <small>{texts.sharing.byLink}</small>}
      </span>
      {isOwner ? <RoleChoice {...{ path, member, onChange, onHandOver }} /> : <span className="quiet">{texts.sharing.roles[member.role]}</span>}
      {isSelf && !isOwner && (
        <button type="button" className="button" onClick={() => void attempt(leave)}>
          {texts.sharing.leave}
        </button>
      )}
    </li>
  );
}

function RoleChoice({ path, member, onChange, onHandOver }: Pick<RowProps, 'path' | 'member' | 'onChange' | 'onHandOver'>): JSX.Element {
  return (
    <>
      <Choice
        label={texts.sharing.roleOf(member.name)}
        value={member.role}
        values={memberRoles}
        nameOf={(role) => texts.sharing.roles[role]}
        onChoice={(role) => void attempt(() => setRole(path, member.user_id, role).then(onChange))}
      />
      {onHandOver && <IconButton icon="reverse" label={texts.sharing.handOver.open(member.name)} onClick={() => onHandOver(member)} />}
      <IconButton
        icon="x"
        label={texts.sharing.remove(member.name)}
        onClick={() => void attempt(() => removeMember(path, member.user_id).then(onChange))}
      />
    </>
  );
}
