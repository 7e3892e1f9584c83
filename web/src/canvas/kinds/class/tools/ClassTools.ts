import { contains, type Part, type Point } from '../../picture/Geometry';
import type { PictureParts } from '../../picture/KindClient';
import type { Gesture } from '../../picture/tools/Gesture';
import type { PictureTools } from '../../picture/tools/PictureTools';
import { ConnectGesture } from './ConnectGesture';
import { isAtHandle } from './handles';
import { positionsOf } from './positions';
import { PutGesture } from './PutGesture';

/** How far from a line a click still means it, in pixels of the picture. */
const margin = 4;

/** What the pointer does on the picture of a class diagram: selects, moves, connects, and opens the field for a name. */
export class ClassTools implements PictureTools {
  constructor(private readonly parts: PictureParts) {}

  click(at: Point): void {
    this.parts.session.select(this.hit(at)?.id ?? null);
  }

  doubleClick(at: Point): void {
    const hit = this.hit(at);
    if (hit) this.parts.onEdit(hit.id);
  }

  grasp(at: Point): Gesture | null {
    const source = this.selectedEnd();
    if (source && isAtHandle(source.box, at)) return new ConnectGesture(this.parts, source, (place) => this.end(place));
    for (const hit of this.hits(at)) {
      const positions = positionsOf(this.parts.session, hit);
      if (!positions) continue;
      this.parts.session.select(hit.id);
      return new PutGesture(this.parts.session, positions, at);
    }
    return null;
  }

  /** The selected element, if relations can lead from it. */
  private selectedEnd(): Part | null {
    const { selected } = this.parts.session.current();
    const parts = selected === null ? [] : (this.parts.geometry()?.partsOf(selected) ?? []);
    return parts.find(isEnd) ?? null;
  }

  /** What a relation can lead to at a place. */
  private end(at: Point): Part | null {
    return this.hits(at).find(isEnd) ?? null;
  }

  /** The topmost box around a place; what is around many others, and the box around a line that turns, are looked at last. */
  private hit(at: Point): Part | null {
    return this.hits(at)[0] ?? null;
  }

  private hits(at: Point): Part[] {
    const parts = this.parts.geometry()?.parts ?? [];
    const hits = parts.filter((one) => one.part !== 'title' && contains(one.box, at, margin));
    const area = ({ box }: Part) => box.width * box.height;
    const order = ['classifier', 'note', 'relationship', 'package'];
    return hits.sort((one, other) => order.indexOf(one.part) - order.indexOf(other.part) || area(one) - area(other));
  }
}

/** Whether relations can lead to a part, and from it. */
function isEnd({ part }: Part): boolean {
  return part === 'classifier' || part === 'package';
}
