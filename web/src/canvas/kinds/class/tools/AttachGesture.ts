import type { Position } from '../../../engine/Layout';
import type { Part, Point } from '../../../picture/Geometry';
import type { PictureParts } from '../../../picture/KindClient';
import type { Gesture, Preview } from '../../../picture/tools/Gesture';
import { commands, type RelationshipEnd } from '../commands';
import { besideNearestSide } from '../bends';
import { placesOf } from '../ClassPlaces';
import { canBeLed, isSlanted, positionOfLine } from '../ledLines';
import type { RelationshipElement } from '../outline';
import { lit } from './placing';

/** Leads an end of a relation to another element, or to another side of the one at which it is. */
export class AttachGesture implements Gesture {
  readonly name = 'connect';
  private target: Part | null = null;
  private at: Point | null = null;

  /** @param other Where the other end is. */
  constructor(
    private readonly parts: PictureParts,
    private readonly relationship: RelationshipElement,
    private readonly end: RelationshipEnd,
    private readonly other: Point,
  ) {}

  move(to: Point): Preview {
    this.at = to;
    this.target = placesOf(this.parts)?.end(to) ?? null;
    return [{ className: 'drop-line', path: `M${this.other.x} ${this.other.y}L${to.x} ${to.y}` }, ...lit(this.target)];
  }

  finish(): void {
    const { session, report } = this.parts;
    const { target, at, relationship } = this;
    if (!target || !at) return;
    if (target.id !== relationship[this.end]) report(session.edit(commands.attach(relationship.id, this.end, target.id)));
    else if (canBeLed(session, relationship) && !isSlanted(session)) session.put({ [relationship.id]: this.positionFrom(target, at) });
  }

  /** Straight out of the nearest side of its box, and on to the other end. */
  private positionFrom({ box }: Part, at: Point): Position {
    const { origin } = this.parts.session.current();
    const points = [at, besideNearestSide(box, at), this.other].map(({ x, y }) => ({ x: Math.round(x - origin.x), y: Math.round(y - origin.y) }));
    return positionOfLine(points);
  }
}
