import { commands as common, type Command } from '../../engine/Command';
import type { FragmentKind, InsertionPoint, MessageSort, ParticipantKind } from './outline';

export type MessageEnd = 'sender' | 'receiver';

/** The commands for sequence diagrams (`SequenceCommand` in Sources/UML). */
export const commands = {
  ...common,
  /** @param column How many participants stand to the left. */
  addParticipant: (kind: ParticipantKind, name: string, column: number): Command => ({ command: 'addParticipant', kind, name, column }),
  moveParticipant: (participant: string, column: number): Command => ({ command: 'moveParticipant', participant, column }),
  insertMessage: (sort: MessageSort, sender: string, receiver: string, words: string, at: InsertionPoint): Command => ({
    command: 'insertMessage',
    sort,
    sender,
    receiver,
    words,
    ...fieldsOf(at),
  }),
  changeKind: (participant: string, kind: ParticipantKind): Command => ({ command: 'changeKind', participant, kind }),
  insertFragment: (kind: FragmentKind, condition: string, at: InsertionPoint): Command => ({
    command: 'insertFragment',
    kind,
    condition,
    ...fieldsOf(at),
  }),
  insertDivider: (words: string, at: InsertionPoint): Command => ({ command: 'insertDivider', words, ...fieldsOf(at) }),
  /** @param participants Ids of those over whose lifelines it lies. */
  insertReference: (words: string, participants: ReadonlyArray<string>, at: InsertionPoint): Command => ({
    command: 'insertReference',
    words,
    participants: participants.join('\n'),
    ...fieldsOf(at),
  }),
  attach: (statement: string, end: MessageEnd, participant: string): Command => ({ command: 'attach', statement, end, participant }),
  changeSort: (statement: string, sort: MessageSort): Command => ({ command: 'changeSort', statement, sort }),
  move: (statement: string, to: InsertionPoint): Command => ({ command: 'move', statement, ...fieldsOf(to) }),
  wrap: (first: string, last: string, kind: FragmentKind, condition: string): Command => ({ command: 'wrap', first, last, kind, condition }),
  addOperand: (statement: string, condition: string): Command => ({ command: 'addOperand', statement, condition }),
  changeOperand: (statement: string, operand: number, condition: string): Command => ({ command: 'changeOperand', statement, operand, condition }),
  /** @param words With line breaks between its lines; empty for none. */
  changeComment: (statement: string, words: string): Command => ({ command: 'changeComment', statement, words }),
  removeOperand: (statement: string, operand: number): Command => ({ command: 'removeOperand', statement, operand }),
  unwrap: (statement: string): Command => ({ command: 'unwrap', statement }),
  changeOperator: (statement: string, kind: FragmentKind, condition: string): Command => ({ command: 'changeOperator', statement, kind, condition }),
};

/** Of a statement, too, which has more fields. */
function fieldsOf({ place, owner, operand, index }: InsertionPoint): { place: string; owner: string; operand: number; index: number } {
  return { place, owner, operand, index };
}
