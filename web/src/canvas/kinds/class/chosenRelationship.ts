import type { DiagramSession } from '../../session/DiagramSession';
import type { RelationshipKind } from './commands';

/** What the next relation that is drawn will be: the kind that was chosen last. */
type Choice = { kind: RelationshipKind };

const choices = new WeakMap<DiagramSession, Choice>();

export function chosenRelationship(session: DiagramSession): Choice {
  const known = choices.get(session);
  if (known) return known;
  const first: Choice = { kind: 'association' };
  choices.set(session, first);
  return first;
}
