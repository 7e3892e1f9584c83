import type { SharedProject } from '../api/schema';
import { Choice } from '../components/Choice';
import { oncePerPerson } from '../components/sharing/members';
import { texts } from '../texts';
import { deleted } from './accountDeletion';

const { deletion } = texts.profile;

type Props = {
  readonly project: SharedProject;
  readonly fate: string | undefined;
  readonly error: string | undefined;
  readonly onChoice: (projectId: string, fate: string) => void;
};

/** A project in which others work, and the choice what becomes of it without its owner. */
export function SharedProjectFate({ project, fate, error, onChoice }: Props): JSX.Element {
  const members = oncePerPerson(project.members);
  const names = new Map(members.map((member) => [member.user_id, member.name]));
  return (
    <li className="field">
      <h3>{project.name}</h3>
      <Choice
        label={deletion.choice(project.name)}
        value={fate}
        values={[deleted, ...names.keys()]}
        nameOf={(one) => (one === deleted ? deletion.delete : deletion.handOver(names.get(one) ?? ''))}
        placeholder={deletion.choose}
        onChoice={(one) => onChoice(project.id, one)}
      />
      <p className="field-hint">{deletion.sharedWith([...names.values()])}</p>
      {error && (
        <p className="field-error" role="alert">
          {error}
        </p>
      )}
    </li>
  );
}
