import type { Point } from '../../../picture/Geometry';
import type { PictureParts } from '../../../picture/KindClient';
import type { Gesture, Preview } from '../../../picture/tools/Gesture';
import { commands } from '../commands';
import { after, isSamePlace, type Statement } from '../outline';
import { placesOf } from '../SequencePlaces';

/** Moves a statement to where it is let go. */
export class MoveGesture implements Gesture {
  readonly name = 'move';
  private y: number | null = null;

  constructor(
    private readonly parts: PictureParts,
    private readonly statement: Statement,
  ) {}

  move(to: Point): Preview {
    this.y = to.y;
    return [{ className: 'drop-line', path: `M0 ${to.y}H10000` }];
  }

  finish(): void {
    const places = placesOf(this.parts);
    if (this.y === null || !places) return;
    const point = places.insertionPoint(this.y, this.statement.sender ?? null, this.statement);
    if (isSamePlace(point, this.statement) || isSamePlace(point, after(this.statement))) return;
    const { session, report } = this.parts;
    report(session.edit(commands.move(this.statement.id, point)));
  }
}
