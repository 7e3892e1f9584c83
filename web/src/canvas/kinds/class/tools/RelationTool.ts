import type { Part, Point } from '../../../picture/Geometry';
import type { PictureParts } from '../../../picture/KindClient';
import type { Gesture, Preview } from '../../../picture/tools/Gesture';
import type { PictureTools } from '../../../picture/tools/PictureTools';
import { chosenRelationship } from '../chosenRelationship';
import type { ClassifierKind, RelationshipKind } from '../commands';
import { ConnectGesture, lineTo, type Connecting } from './ConnectGesture';
import { connectingFrom } from './connecting';
import { placesOf } from '../ClassPlaces';
import { lit } from './placing';

/** Draws relations of one kind: by a drag from one element to another, or by a click on each. */
export class RelationTool implements PictureTools {
  private source: Part | null = null;

  constructor(
    private readonly kind: RelationshipKind,
    private readonly newKinds: ReadonlyArray<ClassifierKind>,
    private readonly parts: PictureParts,
    private readonly onUsed: (isKept: boolean) => void,
  ) {
    chosenRelationship(parts.session).kind = kind;
  }

  click(at: Point): void {
    const { source } = this;
    const end = placesOf(this.parts)?.end(at) ?? null;
    if (!source) return this.begin(end);
    this.source = null;
    if (end) this.from(source).connect(end);
    else this.from(source).offer(at);
  }

  grasp(at: Point): Gesture | null {
    const source = placesOf(this.parts)?.end(at);
    // A click that trembles is one.
    return source ? new ConnectGesture(source, this.from(source), () => this.click(at)) : null;
  }

  hover(at: Point): Preview {
    const end = placesOf(this.parts)?.end(at) ?? null;
    return this.source ? lineTo(this.source, at, end, this.kind) : lit(end);
  }

  /** Takes the selected element for the one end, and then for the other. */
  confirm(): void {
    const { selected } = this.parts.session.current();
    const end = selected === null ? null : (placesOf(this.parts)?.endOf(selected) ?? null);
    const { source } = this;
    if (!source) return this.begin(end);
    if (end) this.from(source).connect(end);
  }

  private begin(end: Part | null): void {
    this.source = end;
    this.parts.session.select(end?.id ?? null);
  }

  private from(source: Part): Connecting {
    return connectingFrom(source, this.parts, this.kind, this.newKinds, this.onUsed);
  }
}
