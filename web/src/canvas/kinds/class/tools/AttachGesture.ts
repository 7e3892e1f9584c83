import type { Part, Point } from '../../../picture/Geometry';
import type { PictureParts } from '../../../picture/KindClient';
import type { Gesture, Preview } from '../../../picture/tools/Gesture';
import { commands, type RelationshipEnd } from '../commands';
import { placesOf } from '../ClassPlaces';
import { lit } from './placing';

/** Leads an end of a relation to another element. */
export class AttachGesture implements Gesture {
  readonly name = 'connect';
  private target: Part | null = null;

  /** @param other Where the other end is. */
  constructor(
    private readonly parts: PictureParts,
    private readonly relationship: string,
    private readonly end: RelationshipEnd,
    private readonly other: Point,
  ) {}

  move(to: Point): Preview {
    this.target = placesOf(this.parts)?.end(to) ?? null;
    return [{ className: 'drop-line', path: `M${this.other.x} ${this.other.y}L${to.x} ${to.y}` }, ...lit(this.target)];
  }

  finish(): void {
    const { session, report } = this.parts;
    if (this.target) report(session.edit(commands.attach(this.relationship, this.end, this.target.id)));
  }
}
