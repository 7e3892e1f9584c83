import { texts } from '../../../texts';
import type { Outline, OutlineElement } from '../../engine/Outline';
import { freeName } from '../../picture/elements';
import type { DiagramSession } from '../../session/DiagramSession';
import { commands } from './commands';
import { isMessage, participantOf, participantsOf, statementOf, statementsOf, type ParticipantKind } from './outline';

/**
 * Moves a statement past its neighbour in the same block.
 *
 * @returns Why it could not be done; null when it was.
 */
export function moveStatement(session: DiagramSession, id: string, step: 1 | -1): string | null {
  const { outline } = session.current();
  const statement = statementOf(outline, id);
  if (!statement) return 'noSuchElement';
  const { place, owner, operand, index } = statement;
  const siblings = statementsOf(outline).filter((one) => one.place === place && one.owner === owner && one.operand === operand);
  const position = siblings.indexOf(statement) + step;
  if (position < 0 || position >= siblings.length) return null;
  // An index counts the statements as they stand before the move.
  return session.edit(commands.move(id, { place, owner, operand, index: step === 1 ? index + 2 : index - 1 }));
}

/**
 * Adds a participant with a name that no other has, and selects it.
 *
 * @param column How many stand to its left; without it, all.
 */
export function addParticipant(session: DiagramSession, kind: ParticipantKind = 'participant', column?: number): string | null {
  const participants = participantsOf(session.current().outline);
  return session.edit(commands.addParticipant(kind, newName(session, kind), column ?? participants.length), { selectsNew: true });
}

/** A name for somebody new, which nobody else has: `Actor1`. */
export function newName(session: DiagramSession, kind: ParticipantKind): string {
  const names = new Set(participantsOf(session.current().outline).map((one) => one.words));
  return freeName(texts.canvas.participants[kind], names);
}

/** An element in words, for those who don't see its frame. */
export function describe(outline: Outline, element: OutlineElement): string {
  const statement = statementOf(outline, element.id);
  if (!statement) return texts.canvas.describeParticipant(element.words);
  const name = (id: string | undefined) => (id === undefined ? '' : (participantOf(outline, id)?.words ?? ''));
  const what = isMessage(statement)
    ? texts.canvas.describeMessage(texts.canvas.sorts[statement.sort], name(statement.sender), name(statement.receiver), statement.words)
    : `${statement.sort} ${statement.words}`;
  const statements = statementsOf(outline);
  return `${what}, ${texts.canvas.position(statements.indexOf(statement) + 1, statements.length)}`;
}
