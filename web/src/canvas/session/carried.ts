import { isMessage, participantOf, statementOf, type Outline, type Statement } from '../kinds/sequence/outline';
import type { SourceOffsets } from '../text/SourceOffsets';
import { shifted, type TextChange } from '../text/TextChange';

/** An outline, and where its statements stand. */
export type Outlined = { readonly outline: Outline; readonly offsets: SourceOffsets };

/**
 * What an element is called after a change of the text. Pictures count elements, so another comes to have its number when one is
 * inserted above.
 *
 * @returns null when it is gone, or when nobody can tell which it is now.
 */
export function carried(id: string, before: Outlined, after: Outlined, change: TextChange): string | null {
  const participant = participantOf(before.outline, id);
  if (participant) {
    const same = after.outline.participants.find((one) => one.name === participant.name);
    return same ? `p${same.id}` : null;
  }
  const statement = statementOf(before.outline, id);
  if (!statement) return null;
  const words = wordsOf(statement, before.outline);
  const start = before.offsets.toUnits(statement.start);
  const isTouched = start >= change.start && start < change.start + change.removed.length;
  const alike = after.outline.statements.filter((one) => wordsOf(one, after.outline) === words);
  if (isTouched) return alike.length === 1 && alike[0] ? `s${alike[0].id}` : null;
  const place = shifted(start, change);
  const found = alike.find((one) => after.offsets.toUnits(one.start) === place);
  return found ? `s${found.id}` : null;
}

/** What a statement says, and between whom. */
function wordsOf(statement: Statement, outline: Outline): string {
  const name = (id: number | undefined) => outline.participants.find((one) => one.id === id)?.name ?? '';
  return JSON.stringify([statement.sort, ...(isMessage(statement) ? [name(statement.sender), name(statement.receiver)] : []), statement.text]);
}
