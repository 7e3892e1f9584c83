import type { Box, Point } from '../../../picture/Geometry';
import type { PictureParts } from '../../../picture/KindClient';
import { openAdded } from '../../../picture/tools/openAdded';
import type { Gesture, Preview } from '../../../picture/tools/Gesture';
import { MarqueeGesture } from '../../../picture/tools/MarqueeGesture';
import { noModifiers, type Modifiers } from '../../../picture/tools/Modifiers';
import type { PictureTools } from '../../../picture/tools/PictureTools';
import { commands, type PackageShape } from '../commands';
import { addAt, newName } from '../creation';
import { placesOf } from '../ClassPlaces';
import { lit } from './placing';

/** Draws a package: around what a rectangle is drawn around, or an empty one where the pointer is clicked. */
export class PackageTool implements PictureTools {
  constructor(
    private readonly shape: PackageShape,
    private readonly parts: PictureParts,
    private readonly onUsed: (isKept: boolean) => void,
  ) {}

  click(at: Point, { shift }: Modifiers): void {
    this.onUsed(shift);
    this.add(at);
  }

  grasp(at: Point, { shift }: Modifiers): Gesture {
    return new MarqueeGesture(at, (isWithin) => {
      this.onUsed(shift);
      this.wrap(isWithin, at);
    });
  }

  hover(at: Point): Preview {
    return lit(placesOf(this.parts)?.package(at));
  }

  /** What is selected comes into the package. */
  confirm(middle: Point): void {
    const { selection } = this.parts.session.current();
    if (selection.length === 0) return this.click(middle, noModifiers);
    this.onUsed(false);
    wrap(this.parts, this.shape, selection);
  }

  private add(at: Point): void {
    const { session } = this.parts;
    const packageId = placesOf(this.parts)?.package(at)?.id ?? '';
    openAdded(this.parts, addAt(session, [commands.addPackage(this.shape, newName(session, 'package'), packageId)], at));
  }

  private wrap(isWithin: (box: Box) => boolean, at: Point): void {
    const parts = this.parts.geometry()?.parts ?? [];
    const enclosed = parts.filter((one) => ['classifier', 'note', 'package'].includes(one.part) && isWithin(one.box)).map((one) => one.id);
    if (enclosed.length === 0) this.add(at);
    else wrap(this.parts, this.shape, enclosed);
  }
}

/** Brings elements together in a new package. */
export function wrap(parts: PictureParts, shape: PackageShape, ids: ReadonlyArray<string>): void {
  const { session } = parts;
  openAdded(parts, session.edit(commands.wrap(ids, shape, newName(session, 'package')), { selectsNew: true }));
}
