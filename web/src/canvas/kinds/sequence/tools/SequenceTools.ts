import type { Geometry, Point } from '../../../picture/Geometry';
import type { PictureParts } from '../../../picture/KindClient';
import type { Gesture } from '../../../picture/tools/Gesture';
import type { PictureTools } from '../../../picture/tools/PictureTools';
import { statementOf } from '../outline';
import { SequencePlaces } from '../SequencePlaces';
import { MessageGesture } from './MessageGesture';
import { MoveGesture } from './MoveGesture';

/** What the pointer does on the picture of a sequence diagram: draws messages from lifelines, moves statements, selects. */
export class SequenceTools implements PictureTools {
  constructor(private readonly parts: PictureParts) {}

  click(at: Point): void {
    this.parts.session.select(this.places?.hit(at)?.id ?? null);
  }

  doubleClick(at: Point): void {
    const hit = this.places?.hit(at);
    if (hit?.kind === 'element') this.parts.onEdit(hit.id);
  }

  grasp(at: Point): Gesture | null {
    const { session, onEdit, report } = this.parts;
    const hit = this.places?.hit(at);
    if (!hit) return null;
    // The wheel may bring another part of the picture into the page while something is dragged.
    const places = () => this.places;
    if (hit.kind === 'lifeline') return new MessageGesture(session, places, hit.id, onEdit, report);
    const statement = statementOf(session.current().outline, hit.id);
    return statement ? new MoveGesture(session, places, statement, report) : null;
  }

  private get places(): SequencePlaces | null {
    const geometry: Geometry | null = this.parts.geometry();
    return geometry && new SequencePlaces(geometry, this.parts.session.current().outline);
  }
}
