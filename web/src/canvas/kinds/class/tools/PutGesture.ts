import type { Layout, PlanePoint } from '../../../engine/Layout';
import { grown, outlineOf, type Point } from '../../../picture/Geometry';
import type { Clock } from '../../../picture/tools/Clock';
import type { Gesture, Preview } from '../../../picture/tools/Gesture';
import type { Modifiers } from '../../../picture/tools/Modifiers';
import type { DiagramSession } from '../../../session/DiagramSession';
import { PacedPreview } from './PacedPreview';
import type { PackageDrop } from './PackageDrop';
import type { Shifting } from './Shifting';

/** What is moved by a drag. */
export type Moving = {
  readonly shifting: Shifting;
  readonly drop: PackageDrop;
  /** Lines from what is moved to what it is connected with: the middle of what stands there. */
  readonly links: ReadonlyArray<{ readonly moved: string; readonly other: PlanePoint }>;
  /** Gets why an edit was not made; null when it was. */
  readonly report: (error: string | null) => void;
  readonly clock: Clock;
};

/** Puts elements where they are let go; all else is shown around them meanwhile. */
export class PutGesture implements Gesture {
  readonly name = 'put';
  private moved: Layout | null = null;
  private at: PlanePoint = { x: 0, y: 0 };
  private readonly preview: PacedPreview;

  constructor(
    private readonly session: DiagramSession,
    private readonly moving: Moving,
  ) {
    this.preview = new PacedPreview(session, moving.clock);
  }

  move(to: Point, modifiers: Modifiers): Preview {
    const { shifting } = this.moving;
    this.at = shifting.inPlane(to);
    const moved = shifting.to(to, modifiers);
    this.moved = moved;
    const isShown = this.preview.show(moved, this.moving.drop.command(this.at));
    // After the picture, which may begin elsewhere now.
    const ghosts = isShown ? [] : [...shifting.ghosts(moved), ...this.links(moved)];
    return [...ghosts, ...shifting.guides, ...this.target()];
  }

  finish(): void {
    const { moved } = this;
    this.preview.callOff();
    if (!moved) return;
    const command = this.moving.drop.command(this.at);
    const error = command && this.session.edit(command, { puts: moved });
    if (!command || error) this.session.put(moved);
    this.moving.report(error);
  }

  cancel(): void {
    this.preview.callOff();
    this.session.preview(null);
  }

  private target(): Preview {
    const target = this.moving.drop.target(this.at);
    const { origin } = this.session.current();
    if (!target) return [];
    const { x, y, ...size } = grown(target.box, 4);
    return [{ className: 'drop-box', path: outlineOf({ ...size, x: x + origin.x, y: y + origin.y }) }];
  }

  /** Straight, while there is no time to lead them around anything. */
  private links(moved: Layout): Preview {
    const { origin } = this.session.current();
    const path = this.moving.links.flatMap(({ moved: id, other }) => {
      const place = moved[id];
      if (!place) return [];
      const [x, y] = [place.x + (place.width ?? 0) / 2 + origin.x, place.y + (place.height ?? 0) / 2 + origin.y];
      return [`M${x} ${y}L${other.x + origin.x} ${other.y + origin.y}`];
    });
    return path.length === 0 ? [] : [{ className: 'ghost-line', path: path.join('') }];
  }
}
