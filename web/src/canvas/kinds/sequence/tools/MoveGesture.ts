import { outlineOf, type Point } from '../../../picture/Geometry';
import type { PictureParts } from '../../../picture/KindClient';
import { refused, type Gesture, type Preview } from '../../../picture/tools/Gesture';
import { commands } from '../commands';
import { after, isSamePlace, statementsOf, type InsertionPoint, type Statement } from '../outline';
import { placesOf, type SequencePlaces } from '../SequencePlaces';
import { dropMark } from './dropMark';
import { moves } from './moves';

/** Moves a statement to where it is let go, and with it all that are selected together with it. */
export class MoveGesture implements Gesture {
  readonly name = 'move';
  private readonly moved: ReadonlyArray<Statement>;
  private y: number | null = null;

  /** @param from Where it was taken hold of. */
  constructor(
    private readonly parts: PictureParts,
    private readonly statement: Statement,
    private readonly from: Point,
  ) {
    this.moved = together(parts, statement);
  }

  move(to: Point): Preview {
    this.y = to.y;
    const places = placesOf(this.parts);
    const target = places && this.target(places, to.y);
    if (!places) return [];
    const refusal = target && this.moved.length === 1 ? this.parts.session.refusal(commands.move(this.statement.id, target)) : null;
    const mark = refusal !== null ? [refused(refusal, to)] : target ? dropMark(places, target) : [];
    return [...mark, ...this.ghosts(places, to.y - this.from.y)];
  }

  finish(): void {
    const places = placesOf(this.parts);
    const target = this.y !== null && places && this.target(places, this.y);
    const { session, report } = this.parts;
    const selects = this.moved.length === 1 ? { selects: this.statement.id } : {};
    if (target) report(session.edit(moves(this.moved, target), selects));
  }

  /** Null where all would stay as it is. */
  private target(places: SequencePlaces, y: number): InsertionPoint | null {
    const point = places.insertionPoint(y, this.statement.sender ?? null, this.moved);
    return this.moved.some((one) => isSamePlace(point, one) || isSamePlace(point, after(one))) ? null : point;
  }

  private ghosts(places: SequencePlaces, dy: number): Preview {
    const boxes = this.moved.flatMap((one) => places.box(one.id) ?? []);
    return [{ className: 'ghost', path: boxes.map((box) => outlineOf({ ...box, y: box.y + dy })).join('') }];
  }
}

/** What is selected together with a statement, down the text; without what stands in others of them, and comes along. */
function together({ session }: PictureParts, statement: Statement): ReadonlyArray<Statement> {
  const { outline, selection } = session.current();
  if (!selection.includes(statement.id)) return [statement];
  const chosen = statementsOf(outline).filter((one) => selection.includes(one.id));
  return chosen.filter((one) => !chosen.some((other) => other !== one && one.start >= other.start && one.end <= other.end));
}
