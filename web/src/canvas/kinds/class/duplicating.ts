import type { Layout } from '../../engine/Layout';
import type { DiagramSession } from '../../session/DiagramSession';
import { forElement } from '../../session/editAll';
import { commands } from './commands';

/** Writes classifiers once more, each under a name of its own; the copies are selected then. @returns Why it was not done; null when it was. */
export function duplicate(session: DiagramSession, ids: ReadonlyArray<string>): string | null {
  const steps = classifiersAmong(session, ids).map((id) => forElement(id, commands.duplicate));
  return session.edit(steps, { selectsNew: 'all' });
}

/** The same, with the places of the copies, by the ids of what is copied. */
export function duplicateAt(session: DiagramSession, positions: Layout): string | null {
  const ids = classifiersAmong(session, Object.keys(positions));
  const error = duplicate(session, ids);
  const { selection } = session.current();
  const places = ids.flatMap((id, index) => {
    const [copy, place] = [selection[index], positions[id]];
    return copy !== undefined && place ? [[copy, place] as const] : [];
  });
  if (error === null && places.length > 0) session.put(Object.fromEntries(places), true);
  return error;
}

function classifiersAmong(session: DiagramSession, ids: ReadonlyArray<string>): ReadonlyArray<string> {
  return ids.filter((id) => session.current().outline.element(id)?.role === 'classifier');
}
