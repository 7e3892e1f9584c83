import type { Box, Part, Point } from '../../../picture/Geometry';
import type { Gesture, Preview } from '../../../picture/tools/Gesture';
import type { RelationshipKind } from '../commands';
import { lit } from './placing';
import { relationPreview } from './relationPreview';

/** What a relation that is being drawn leads to: an element, or where one could be. */
export type Connecting = {
  readonly kind: RelationshipKind;
  /** What a relation can lead to at a place. */
  readonly endAt: (at: Point) => Part | null;
  readonly connect: (target: Part) => void;
  /** The pointer was let go where there is nothing. */
  readonly offer: (at: Point) => void;
};

/** Draws a relation from one element to that over which the pointer is let go. */
export class ConnectGesture implements Gesture {
  readonly name = 'connect';
  private target: Part | null = null;
  private at: Point | null = null;
  private hasLeft = false;

  /** @param onStay The pointer has never left the element from which the relation leads; without it that is a relation to itself, too. */
  constructor(
    private readonly source: Part,
    private readonly connecting: Connecting,
    private readonly onStay: (() => void) | null = null,
  ) {}

  move(to: Point): Preview {
    this.at = to;
    this.target = this.connecting.endAt(to);
    this.hasLeft ||= this.target?.id !== this.source.id;
    return lineTo(this.source, to, this.target, this.connecting.kind);
  }

  finish(): void {
    if (this.onStay && !this.hasLeft) this.onStay();
    else if (this.target) this.connecting.connect(this.target);
    else if (this.at) this.connecting.offer(this.at);
  }
}

/** The line that is to become a relation, and what it would lead to. */
export function lineTo(source: Part, to: Point, target: Part | null, kind: RelationshipKind): Preview {
  return [...relationPreview(kind, borderToward(source.box, to), to), ...lit(target)];
}

/** Where a line from the middle of a box to a place leaves it. */
function borderToward({ x, y, width, height }: Box, to: Point): Point {
  const middle = { x: x + width / 2, y: y + height / 2 };
  const [dx, dy] = [to.x - middle.x, to.y - middle.y];
  const part = Math.min(dx === 0 ? 1 : width / 2 / Math.abs(dx), dy === 0 ? 1 : height / 2 / Math.abs(dy), 1);
  return { x: middle.x + dx * part, y: middle.y + dy * part };
}
