import type { DiagramSession } from '../../session/DiagramSession';
import type { Modifiers } from './Modifiers';

/** A click on an element, or beside all: with Shift it goes to the others that are selected, or away from them. */
export function clicked(session: DiagramSession, id: string | null, { shift }: Modifiers): void {
  const { selection } = session.current();
  if (!shift) session.select(id);
  else if (id !== null) session.select(selection.includes(id) ? selection.filter((one) => one !== id) : [...selection, id]);
}
