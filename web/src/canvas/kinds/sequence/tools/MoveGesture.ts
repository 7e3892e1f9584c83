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
    private readonly places: () => SequencePlaces | null,
    private readonly statement: Statement,
    private readonly report: (error: string | null) => void,
  ) {}

  move(to: Point): Preview {
    this.y = to.y;
    return [{ className: 'drop-line', path: `M0 ${to.y}H10000` }];
  }

  finish(): void {
    const places = this.places();
    if (this.y === null || !places) return;
    const point = places.insertionPoint(this.y, this.statement.sender ?? null, this.statement);
    if (isSamePlace(point, this.statement) || isSamePlace(point, after(this.statement))) return;
    this.report(this.session.edit(commands.move(this.statement.id, point)));
  }
}
