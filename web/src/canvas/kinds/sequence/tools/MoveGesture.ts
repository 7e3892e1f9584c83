import type { Point } from '../../../picture/Geometry';
import type { Gesture, Preview } from '../../../picture/tools/Gesture';
import type { DiagramSession } from '../../../session/DiagramSession';
import { commands } from '../commands';
import { after, isSamePlace, type Statement } from '../outline';
import type { SequencePlaces } from '../SequencePlaces';

/** Moves a statement to where it is let go. */
export class MoveGesture implements Gesture {
  readonly name = 'move';
  private y: number | null = null;

  constructor(
    private readonly session: DiagramSession,
    private readonly places: SequencePlaces,
    private readonly statement: Statement,
    private readonly onError: (error: string) => void,
  ) {}

  move(to: Point): Preview {
    this.y = to.y;
    return [{ className: 'drop-line', path: `M0 ${to.y}H10000` }];
  }

  finish(): void {
    if (this.y === null) return;
    const point = this.places.insertionPoint(this.y, this.statement.sender ?? null, this.statement);
    if (isSamePlace(point, this.statement) || isSamePlace(point, after(this.statement))) return;
    const error = this.session.edit(commands.move(this.statement.id, point));
    if (error) this.onError(error);
  }
}
