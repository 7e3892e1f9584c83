import { commands as common, type Command } from '../../engine/Command';
import type { FragmentKind, InsertionPoint, MessageSort, ParticipantKind } from './outline';

/** The commands for sequence diagrams (`SequenceCommand` in Sources/UML). */
export const commands = {
  ...common,
  addParticipant: (kind: ParticipantKind, name: string): Command => ({ command: 'addParticipant', kind, name }),
  insertMessage: (sort: MessageSort, sender: string, receiver: string, words: string, at: InsertionPoint): Command => ({
    command: 'insertMessage',
    sort,
    sender,
    receiver,
    words,
    ...fieldsOf(at),
  }),
  changeSort: (statement: string, sort: MessageSort): Command => ({ command: 'changeSort', statement, sort }),
  move: (statement: string, to: InsertionPoint): Command => ({ command: 'move', statement, ...fieldsOf(to) }),
  wrap: (first: string, last: string, kind: FragmentKind, condition: string): Command => ({ command: 'wrap', first, last, kind, condition }),
  unwrap: (statement: string): Command => ({ command: 'unwrap', statement }),
};

/** Of a statement, too, which has more fields. */
function fieldsOf({ place, owner, operand, index }: InsertionPoint): { place: string; owner: string; operand: number; index: number } {
  return { place, owner, operand, index };
}
