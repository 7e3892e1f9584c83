import type { EditStep } from '../../../session/editAll';
import { commands } from '../commands';
import { isSameBlock, type InsertionPoint, type Statement } from '../outline';

/** Moves statements to a place, one after the other. @param statements Down the text; none stands in another one. */
export function moves(statements: ReadonlyArray<Statement>, point: InsertionPoint): EditStep[] {
  let { index } = point;
  return statements.map((one) => {
    const target = { ...point, index };
    // One that stood before the place leaves it as it is: an index counts the statements as they stand before the move.
    if (!isSameBlock(one, point) || one.index >= index) index++;
    return ({ idOf }) => {
      const [id, owner] = [idOf(one.id), target.owner === '' ? '' : idOf(target.owner)];
      return id === null || owner === null ? null : commands.move(id, { ...target, owner });
    };
  });
}
