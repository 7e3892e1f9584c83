import { boxAround, type Box, type Part, type Point } from '../../../picture/Geometry';
import type { PictureParts } from '../../../picture/KindClient';
import { openAdded } from '../../../picture/tools/openAdded';
import type { Gesture, Preview } from '../../../picture/tools/Gesture';
import { MarqueeGesture } from '../../../picture/tools/MarqueeGesture';
import { noModifiers, type Modifiers } from '../../../picture/tools/Modifiers';
import type { PictureTools } from '../../../picture/tools/PictureTools';
import { commands, type PackageShape } from '../commands';
import { newPackageName } from '../creation';
import { placesOf } from '../ClassPlaces';
import { lit } from './placing';

/** Of a package that is put where the pointer is clicked, in pixels of the picture. */
const usual = { width: 240, height: 160 };

/** Draws a package: as large as the rectangle that is drawn, around what is in it, or where the pointer is clicked. */
export class PackageTool implements PictureTools {
  constructor(
    private readonly shape: PackageShape,
    private readonly parts: PictureParts,
    private readonly onUsed: (isKept: boolean) => void,
  ) {}

  click(at: Point, { shift }: Modifiers): void {
    this.onUsed(shift);
    this.add(at, boxAround(at, usual.width, usual.height));
  }

  grasp(at: Point, { shift }: Modifiers): Gesture {
    return new MarqueeGesture(
      at,
      (isWithin, drawn) => {
        this.onUsed(shift);
        this.addAround(isWithin, at, drawn);
      },
      (isWithin) => this.enclosed(isWithin).map((one) => one.box),
    );
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

  private addAround(isWithin: (box: Box) => boolean, at: Point, drawn: Box): void {
    const enclosed = this.enclosed(isWithin).map((one) => one.id);
    if (enclosed.length === 0) this.add(at, drawn);
    else wrap(this.parts, this.shape, enclosed, drawn);
  }

  /** What comes into the package. */
  private enclosed(isWithin: (box: Box) => boolean): ReadonlyArray<Part> {
    const parts = this.parts.geometry()?.parts ?? [];
    return parts.filter((one) => ['classifier', 'note', 'package'].includes(one.part) && isWithin(one.box));
  }

  private add(at: Point, box: Box): void {
    const { session } = this.parts;
    const packageId = placesOf(this.parts)?.package(at)?.id ?? '';
    const { origin } = session.current();
    put(this.parts, session.edit(commands.addPackage(this.shape, newPackageName(session, this.shape), packageId), { selectsNew: true }), box, origin);
  }
}

/**
 * Brings elements together in a new package.
 *
 * @param drawn As large as it is to be at least, on the picture.
 */
export function wrap(parts: PictureParts, shape: PackageShape, ids: ReadonlyArray<string>, drawn: Box | null = null): void {
  const { session } = parts;
  const { origin } = session.current();
  put(parts, session.edit(commands.wrap(ids, shape, newPackageName(session, shape)), { selectsNew: true }), drawn, origin);
}

/** Makes the new package, which is selected, as large as it was drawn, and opens the field for its name. */
function put(parts: PictureParts, error: string | null, drawn: Box | null, origin: Point): void {
  const { selected } = parts.session.current();
  if (error === null && drawn && selected !== null) {
    const { width, height } = drawn;
    const place = { x: drawn.x - origin.x, y: drawn.y - origin.y, width, height };
    parts.session.put({ [selected]: place }, true);
  }
  openAdded(parts, error);
}
