import type { Layout } from '../../../engine/Layout';
import type { Point } from '../../../picture/Geometry';
import type { PictureParts } from '../../../picture/KindClient';
import type { Gesture, Preview } from '../../../picture/tools/Gesture';
import type { Modifiers } from '../../../picture/tools/Modifiers';
import { duplicateAt } from '../duplicating';
import { Shifting } from './Shifting';

/** Puts copies of elements where they are let go. */
export class CopyGesture implements Gesture {
  readonly name = 'copy';
  private readonly shifting: Shifting;
  private moved: Layout | null = null;

  /** @param positions Of the elements that are copied. */
  constructor(
    private readonly parts: PictureParts,
    positions: Layout,
    from: Point,
  ) {
    this.shifting = new Shifting(parts.session, positions, parts.grid, from, true);
  }

  move(to: Point, modifiers: Modifiers): Preview {
    this.moved = this.shifting.to(to, modifiers);
    return [...this.shifting.ghosts(this.moved), ...this.shifting.guides];
  }

  finish(): void {
    if (this.moved) this.parts.report(duplicateAt(this.parts.session, this.moved));
  }
}
