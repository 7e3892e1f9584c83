import type { Box, Part, Point } from '../../../picture/Geometry';
import type { PictureParts } from '../../../picture/KindClient';
import type { Gesture, Preview } from '../../../picture/tools/Gesture';
import { MarqueeGesture } from '../../../picture/tools/MarqueeGesture';
import { noModifiers, type Modifiers } from '../../../picture/tools/Modifiers';
import type { PictureTools } from '../../../picture/tools/PictureTools';
import { commands } from '../commands';
import { conditionOf } from '../fragments';
import { openCondition, wrapAndOpen } from '../wrapping';
import type { FragmentKind } from '../outline';
import { isMainPart, placesOf } from '../SequencePlaces';
import { insertionMark } from './dropMark';

/** Draws a fragment: around the statements that a rectangle is drawn around, or an empty one at the height of a click. */
export class FragmentTool implements PictureTools {
  constructor(
    private readonly kind: FragmentKind,
    private readonly parts: PictureParts,
    private readonly onUsed: (isKept: boolean) => void,
  ) {}

  click({ y }: Point, { shift }: Modifiers): void {
    this.onUsed(shift);
    const { session } = this.parts;
    const point = placesOf(this.parts)?.insertionPoint(y, null);
    const insertion = point && commands.insertFragment(this.kind, conditionOf(this.kind), point);
    if (insertion) openCondition(this.parts, this.kind, session.edit(insertion, { selectsNew: true }));
  }

  grasp(at: Point, modifiers: Modifiers): Gesture {
    return new MarqueeGesture(
      at,
      (isWithin) => {
        const enclosed = this.enclosed(isWithin).map((one) => one.id);
        if (enclosed.length === 0) return this.click(at, modifiers);
        this.onUsed(modifiers.shift);
        wrapAndOpen(this.parts, enclosed, this.kind);
      },
      (isWithin) => this.enclosed(isWithin).map((one) => one.box),
    );
  }

  hover({ y }: Point): Preview {
    return insertionMark(this.parts, y);
  }

  /** What is selected comes into the fragment; without that it comes after all else. */
  confirm(): void {
    const { selection } = this.parts.session.current();
    if (selection.length === 0) return this.click({ x: 0, y: Infinity }, noModifiers);
    this.onUsed(false);
    wrapAndOpen(this.parts, selection, this.kind);
  }

  /** What comes into the fragment. */
  private enclosed(isWithin: (box: Box) => boolean): ReadonlyArray<Part> {
    const parts = this.parts.geometry()?.parts ?? [];
    return parts.filter((one) => one.part !== 'header' && isMainPart(one.part) && isWithin(one.box));
  }
}
