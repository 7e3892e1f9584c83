import type { DiagramSummary } from '../api/schema';
import type { SessionState } from '../auth/session';

/** The name of whoever changed a diagram last, if that was somebody else than who looks. */
export function changedByOther({ changed_by: person }: DiagramSummary, session: SessionState): string | undefined {
  return person && session.name === 'signedIn' && person.id !== session.user.id ? person.name : undefined;
}
