import { texts } from '../../../texts';
import type { DiagramSession } from '../../session/DiagramSession';
import type { DiagramState } from '../../session/DiagramState';
import { isMessage, participantOf, statementIn, statementOf } from './outline';

/** The element before or after the selected one: participants from left to right, then statements from the top down. */
export function neighbour(state: DiagramState, step: 1 | -1): string | null {
  const all = [...state.outline.participants.map((one) => `p${one.id}`), ...state.outline.statements.map((one) => `s${one.id}`)];
  if (all.length === 0) return null;
  const index = state.selected ? all.indexOf(state.selected) : -1;
  if (index < 0) return (step === 1 ? all[0] : all[all.length - 1]) ?? null;
  return all[Math.min(Math.max(index + step, 0), all.length - 1)] ?? null;
}

/** @returns Why it could not be done; null when it was. */
export function deleteElement(session: DiagramSession, id: string): string | null {
  const number = Number(id.slice(1));
  return session.edit(
    (engine, source) => (id.startsWith('p') ? engine.removeParticipant(source, number) : engine.remove(source, number)),
    () => null,
  );
}

/** Moves a statement past its neighbour in the same block. */
export function moveElement(session: DiagramSession, id: string, step: 1 | -1): string | null {
  const { outline } = session.current();
  const statement = statementOf(outline, id);
  if (!statement) return 'noSuchElement';
  const { place, owner, operand, index } = statement;
  const siblings = outline.statements.filter((one) => one.place === place && one.owner === owner && one.operand === operand);
  const position = siblings.indexOf(statement) + step;
  if (position < 0 || position >= siblings.length) return null;
  // An index counts the statements as they stand before the move.
  const target = { place, owner, operand, index: step === 1 ? index + 2 : index - 1 };
  return session.edit(
    (engine, source) => engine.move(source, statement.id, target),
    (changed) => statementIn(changed, { place, owner, operand, index: index + step }),
  );
}

/** Adds a participant with a name that no other has. */
export function addParticipant(session: DiagramSession): string | null {
  const names = new Set(session.current().outline.participants.map((one) => one.name));
  let count = names.size + 1;
  while (names.has(`${texts.canvas.newParticipant}${count}`)) count++;
  const name = `${texts.canvas.newParticipant}${count}`;
  return session.edit(
    (engine, source) => engine.addParticipant(source, name),
    (outline) => {
      const added = outline.participants.find((one) => one.name === name);
      return added ? `p${added.id}` : null;
    },
  );
}

/** The selected element in words, for those who don't see its frame. */
export function describe(state: DiagramState): string {
  const { outline, selected } = state;
  if (!selected) return '';
  const participant = participantOf(outline, selected);
  if (participant) return texts.canvas.describeParticipant(participant.name);
  const statement = statementOf(outline, selected);
  if (!statement) return '';
  const name = (id: number | undefined) => participantOf(outline, `p${id}`)?.name ?? '';
  const what = isMessage(statement)
    ? texts.canvas.describeMessage(texts.canvas.sorts[statement.sort], name(statement.sender), name(statement.receiver), statement.text)
    : `${statement.sort} ${statement.text}`;
  return `${what}, ${texts.canvas.position(outline.statements.indexOf(statement) + 1, outline.statements.length)}`;
}
