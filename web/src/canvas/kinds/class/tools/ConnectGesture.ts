import { grown, outlineOf, type Box, type Part, type Point } from '../../picture/Geometry';
import type { PictureParts } from '../../picture/KindClient';
import type { Gesture, Preview } from '../../picture/tools/Gesture';
import { chosenRelationship } from './chosenRelationship';
import { commands } from './commands';

/** Draws a relation from one element to that over which the pointer is let go. */
export class ConnectGesture implements Gesture {
  readonly name = 'connect';
  private target: Part | null = null;

  /** @param targetAt What a relation can lead to at a place. */
  constructor(
    private readonly parts: PictureParts,
    private readonly source: Part,
    private readonly targetAt: (at: Point) => Part | null,
  ) {}

  move(to: Point): Preview {
    this.target = this.targetAt(to);
    const start = borderToward(this.source.box, to);
    const line = { className: 'drop-line', path: `M${start.x} ${start.y}L${to.x} ${to.y}` };
    return this.target ? [line, { className: 'drop-box', path: outlineOf(grown(this.target.box, 4)) }] : [line];
  }

  finish(): void {
    if (!this.target) return;
    const { session, report } = this.parts;
    const { kind } = chosenRelationship(session);
    report(session.edit(commands.connect(kind, this.source.id, this.target.id), { selectsNew: true }));
  }
}

/** Where a line from the middle of a box to a place leaves it. */
function borderToward({ x, y, width, height }: Box, to: Point): Point {
  const middle = { x: x + width / 2, y: y + height / 2 };
  const [dx, dy] = [to.x - middle.x, to.y - middle.y];
  const part = Math.min(dx === 0 ? 1 : width / 2 / Math.abs(dx), dy === 0 ? 1 : height / 2 / Math.abs(dy), 1);
  return { x: middle.x + dx * part, y: middle.y + dy * part };
}
