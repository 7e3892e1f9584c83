import type { Layout, PlanePoint } from '../../../engine/Layout';
import type { Point } from '../../../picture/Geometry';
import type { PictureParts } from '../../../picture/KindClient';
import type { Gesture, Preview } from '../../../picture/tools/Gesture';
import { ledLine, type LineHold } from '../bends';
import { endsOf, isSlanted, positionOfLine } from '../ledLines';
import type { RelationshipElement } from '../outline';
import { PacedPreview } from './PacedPreview';

/** Leads a relation another way, by one of its pieces or turns. */
export class BendGesture implements Gesture {
  readonly name = 'bend';
  private readonly preview: PacedPreview;
  private led: Layout | null = null;

  /** @param points Of the line, in the plane of the layout. */
  constructor(
    private readonly parts: PictureParts,
    private readonly element: RelationshipElement,
    private readonly points: ReadonlyArray<PlanePoint>,
    private readonly hold: LineHold,
  ) {
    this.preview = new PacedPreview(parts.session, parts.clock);
  }

  move(to: Point): Preview {
    const { session } = this.parts;
    // The picture may begin elsewhere meanwhile.
    const { origin } = session.current();
    const at = { x: to.x - origin.x, y: to.y - origin.y };
    const points = ledLine(this.points, this.hold, at, isSlanted(session), endsOf(session, this.element, this.points));
    this.led = { [this.element.id]: positionOfLine(points) };
    if (this.preview.show(this.led)) return [];
    const now = session.current().origin;
    return [{ className: 'drop-line', path: `M${points.map(({ x, y }) => `${x + now.x} ${y + now.y}`).join('L')}` }];
  }

  finish(): void {
    this.preview.callOff();
    if (this.led) this.parts.session.put(this.led);
  }

  cancel(): void {
    this.preview.callOff();
    this.parts.session.preview(null);
  }
}
