import { contains, encloses, type Part } from '../../../picture/Geometry';
import type { PlanePoint } from '../../../engine/Layout';
import type { Command } from '../../../engine/Command';
import type { DiagramSession } from '../../../session/DiagramSession';
import { commands } from '../commands';
import { isPackaged } from '../outline';

/** Which package comes to hold what is dragged: the innermost one where it is let go, as they stood before. */
export class PackageDrop {
  private readonly frames: ReadonlyArray<Part>;

  /**
   * @param frames Of all packages, in the layout's plane, before anything was moved.
   * @param moved The elements that are dragged.
   */
  constructor(
    private readonly session: DiagramSession,
    frames: ReadonlyArray<Part>,
    private readonly moved: ReadonlyArray<string>,
  ) {
    const own = frames.filter((frame) => moved.includes(frame.id));
    this.frames = frames
      .filter((frame) => !own.some((one) => encloses(one.box, frame.box)))
      .sort((one, other) => one.box.width * one.box.height - other.box.width * other.box.height);
  }

  /** The package at a place, if something would come into it. */
  target(at: PlanePoint): Part | null {
    const frame = this.frameAt(at);
    return frame && this.strangers(frame.id).length > 0 ? frame : null;
  }

  /** What has to be done for it; null where all stays in its package. */
  command(at: PlanePoint): Command | null {
    const id = this.frameAt(at)?.id ?? '';
    const strangers = this.strangers(id);
    return strangers.length > 0 ? commands.move(strangers, id) : null;
  }

  private frameAt(at: PlanePoint): Part | null {
    return this.frames.find((frame) => contains(frame.box, at, 0)) ?? null;
  }

  /** What is dragged and stands in another package, apart from what comes along with its own. */
  private strangers(id: string): ReadonlyArray<string> {
    const { outline } = this.session.current();
    return this.moved.filter((one) => {
      const element = outline.element(one);
      if (!element || !isPackaged(element)) return false;
      const own = element.package ?? '';
      return own !== id && !this.moved.includes(own);
    });
  }
}
