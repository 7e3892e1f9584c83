import type { OutlineElement } from '../engine/Outline';
import type { DiagramSession } from '../session/DiagramSession';
import type { Detail } from '../session/Field';
import type { Leave } from './Details';
import type { KindClient } from './KindClient';

/** Opens the field for words of an element. */
export function openDetail(session: DiagramSession, { details }: KindClient, element: OutlineElement, detail: Detail): void {
  const words = detail.number === 0 ? element.words : detail.isNew ? '' : details.words(element, detail.number);
  if (words !== null) session.openField(element.id, { ...detail, words });
}

/**
 * Closes the field, takes its words, and opens the next one, if one is left that way.
 *
 * @param words Null when all is to stay as it was.
 * @returns Why the words were not taken; null when they were.
 */
export function leaveField(session: DiagramSession, kind: KindClient, words: string | null, leave: Leave): string | null {
  const left = session.current().editing;
  const error = session.closeField(words, kind.details.change);
  if (error !== null || !left || words === null || leave === 'away') return error;
  // Under a new name it has another id, and is selected.
  const { outline, selected } = session.current();
  const element = outline.element(left.id) ?? (selected === null ? undefined : outline.element(selected));
  const next = element && kind.details.following(element, left, words, leave);
  if (element && next) openDetail(session, kind, element, next);
  return null;
}

/**
 * Takes the words of the field, and moves what they are up or down; the field stays with it.
 *
 * @returns Why it was not done; null when it was.
 */
export function moveField(session: DiagramSession, kind: KindClient, words: string, step: 1 | -1): string | null {
  const left = session.current().editing;
  const error = session.closeField(words, kind.details.change);
  const element = left && session.current().outline.element(left.id);
  if (error !== null || !left || !element) return error;
  const moved = kind.details.moved(element, left, step);
  const refused = moved && session.edit(moved.command, { selects: element.id });
  const now = session.current().outline.element(element.id);
  if (now) openDetail(session, kind, now, moved && !refused ? moved.detail : left);
  return refused;
}
