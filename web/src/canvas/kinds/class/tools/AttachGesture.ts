import type { Layout } from '../../../engine/Layout';
import type { Box, Part, Point } from '../../../picture/Geometry';
import type { PictureParts } from '../../../picture/KindClient';
import type { Gesture, Preview } from '../../../picture/tools/Gesture';
import { turnsOutOf } from '../bends';
import { placesOf, type ClassPlaces } from '../ClassPlaces';
import { commands, type RelationshipEnd } from '../commands';
import { canBeLed, isSlanted, positionOfLine } from '../ledLines';
import type { RelationshipElement } from '../outline';
import { PacedPreview } from './PacedPreview';
import { lit } from './placing';

/** Leads an end of a relation to another element, or to another side of the one at which it is. */
export class AttachGesture implements Gesture {
  readonly name = 'connect';
  private readonly preview: PacedPreview;
  private target: Part | null = null;
  /** Where the relation comes to run whose end stays at its element. */
  private led: Layout | null = null;

  /** @param other Where the other end is. */
  constructor(
    private readonly parts: PictureParts,
    private readonly relationship: RelationshipElement,
    private readonly end: RelationshipEnd,
    private readonly other: Point,
  ) {
    this.preview = new PacedPreview(parts.session, parts.clock);
  }

  move(to: Point): Preview {
    const places = placesOf(this.parts);
    this.target = places?.end(to) ?? null;
    const led = this.target && places && this.ledBy(this.target, places, to);
    if (led) this.preview.show(led);
    else if (this.led) this.cancel();
    this.led = led;
    // What is shown now may begin elsewhere.
    const target = this.target && (placesOf(this.parts)?.endOf(this.target.id) ?? null);
    return led ? lit(target) : [{ className: 'drop-line', path: `M${this.other.x} ${this.other.y}L${to.x} ${to.y}` }, ...lit(target)];
  }

  finish(): void {
    const { session, report } = this.parts;
    this.preview.callOff();
    if (this.led) session.put(this.led);
    else if (this.target) report(session.edit(commands.attach(this.relationship.id, this.end, this.target.id)));
  }

  cancel(): void {
    this.preview.callOff();
    this.parts.session.preview(null);
  }

  /** Out of the side of its own element that is nearest; null where the end is at another one, or comes from no side. */
  private ledBy(target: Part, places: ClassPlaces, at: Point): Layout | null {
    const { session } = this.parts;
    const { id, first, second } = this.relationship;
    const other = places.endOf(this.end === 'first' ? second : first);
    if (target.id !== this.relationship[this.end] || !other || !canBeLed(session, this.relationship) || isSlanted(session)) return null;
    const { origin } = session.current();
    const inPlane = <Place extends Point>(one: Place): Place => ({ ...one, x: one.x - origin.x, y: one.y - origin.y });
    const [box, goal, from] = [inPlane<Box>(target.box), inPlane<Box>(other.box), inPlane(at)];
    return { [id]: positionOfLine([from, ...turnsOutOf(box, from, goal), { x: goal.x + goal.width / 2, y: goal.y + goal.height / 2 }]) };
  }
}
