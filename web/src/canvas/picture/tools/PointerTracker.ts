import type { Point } from '../Geometry';
import type { Clock } from './Clock';
import { EdgeScroll } from './EdgeScroll';
import type { Gesture, Preview } from './Gesture';
import { noModifiers, type Modifiers } from './Modifiers';
import type { PictureTools } from './PictureTools';

/** A pointer of the screen. */
export type Pointer = Point & { readonly id: number; readonly isFinger?: boolean; readonly modifiers?: Modifiers };

/** The part of the picture that is seen. */
export interface View {
  toPicture(screen: Point): Point;
  pan(x: number, y: number): void;
  /** @param center What stays where it is on the screen. */
  zoom(factor: number, center: Point): void;
  /** How far a place is beyond the edge of what is seen, or rather of what lies safely within it; 0 inside. */
  beyond(screen: Point): Point;
}

/** A drag that is under way; one without a name is a pointer that is not pressed. */
export type Drag = { readonly name: string | null; readonly preview: Preview };

type Press = {
  readonly screen: Point;
  readonly button: 'tool' | 'view' | 'other';
  readonly isFinger: boolean;
  /** What the drag does; null while it is none yet, or moves the view. */
  gesture: Gesture | null;
  isDrag: boolean;
};

/** A press that moves less than this is a click, in pixels of the screen. */
export const dragThreshold = 5;
const panning: Drag = { name: 'pan', preview: [] };

/** Tells clicks, drags and pinches from each other, and hands them to the tools of the diagram's kind or to the view. */
export class PointerTracker {
  private press: Press | null = null;
  /** What is shown of a pointer that is not pressed. */
  private hovered = '';
  private readonly pointers = new Map<number, Point>();
  private readonly edge: EdgeScroll;
  /** What the drag under way is to do again when the view moves under it. */
  private again = (): void => undefined;

  /**
   * @param tools Of the picture as it is now.
   * @param show Gets the drag that is under way; null when there is none.
   */
  constructor(
    private readonly view: View,
    private readonly tools: PictureTools,
    clock: Clock,
    private readonly show: (drag: Drag | null) => void,
  ) {
    this.edge = new EdgeScroll(view, clock, () => this.again());
  }

  /** @param button `view` for what always moves the view, such as the middle button. */
  down(pointer: Pointer, button: Press['button']): void {
    const screen = { x: pointer.x, y: pointer.y };
    this.pointers.set(pointer.id, screen);
    // A second finger moves the view together with the first, and takes hold of nothing.
    if (this.press && this.pointers.size > 1) return this.moveView(this.press);
    this.hovered = '';
    this.press = { screen, button, isFinger: pointer.isFinger ?? false, gesture: null, isDrag: false };
  }

  move(pointer: Pointer): void {
    const before = this.pointers.get(pointer.id);
    const { press } = this;
    const now = { x: pointer.x, y: pointer.y };
    if (!before || !press) return this.hover(now);
    this.pointers.set(pointer.id, now);
    if (this.pointers.size === 2) return this.pinch(press, pointer.id, before, now);
    if (!press.isDrag && Math.hypot(now.x - press.screen.x, now.y - press.screen.y) < dragThreshold) return;
    const { modifiers = noModifiers } = pointer;
    if (!press.isDrag && press.button === 'tool') press.gesture = this.grasp(press, modifiers);
    press.isDrag = true;
    if (press.gesture) return this.drag(press.gesture, now, modifiers);
    this.show(panning);
    this.view.pan(now.x - before.x, now.y - before.y);
  }

  private drag(gesture: Gesture, now: Point, modifiers: Modifiers): void {
    this.again = () => this.show({ name: gesture.name, preview: gesture.move(this.view.toPicture(now), modifiers) });
    this.again();
    this.edge.follow(now);
  }

  up(pointer: Pointer): void {
    this.edge.stop();
    this.pointers.delete(pointer.id);
    const { press } = this;
    if (!press || this.pointers.size > 0) return;
    this.press = null;
    this.show(null);
    if (press.gesture) press.gesture.finish();
    else if (!press.isDrag && press.button === 'tool') this.tools.click(this.view.toPicture(press.screen), pointer.modifiers ?? noModifiers);
  }

  /** The pointer is over a place of the screen, and not pressed. */
  hover(screen: Point): void {
    const preview = this.tools.hover?.(this.view.toPicture(screen)) ?? [];
    const path = preview.map((one) => one.path).join();
    // Most moves change nothing.
    if (path === this.hovered) return;
    this.hovered = path;
    this.show(preview.length === 0 ? null : { name: null, preview });
  }

  /** Something was dragged here from beside the picture. */
  drop({ x, y, modifiers = noModifiers }: Pointer): void {
    this.hovered = '';
    this.show(null);
    this.tools.click(this.view.toPicture({ x, y }), modifiers);
  }

  leave(): void {
    if (this.press || this.hovered === '') return;
    this.hovered = '';
    this.show(null);
  }

  cancel(): void {
    this.edge.stop();
    this.press?.gesture?.cancel?.();
    this.press = null;
    this.hovered = '';
    this.pointers.clear();
    this.show(null);
  }

  /** What was taken hold of may be another now: a change that comes in between ends a drag. A press is looked at when it becomes something. */
  pictureChanged(): void {
    if (this.press?.isDrag) this.cancel();
  }

  doubleClick(screen: Point): void {
    this.tools.doubleClick?.(this.view.toPicture(screen));
  }

  /** With a finger everything is moved that can't be taken hold of. */
  private grasp({ screen, isFinger }: Press, modifiers: Modifiers): Gesture | null {
    const at = this.view.toPicture(screen);
    return this.tools.grasp(at, modifiers) ?? (isFinger ? null : (this.tools.enclose?.(at, modifiers) ?? null));
  }

  private moveView(press: Press): void {
    this.edge.stop();
    press.gesture?.cancel?.();
    press.gesture = null;
    press.isDrag = true;
    this.show(panning);
  }

  /** Two fingers: what was between them stays between them. */
  private pinch(press: Press, moved: number, before: Point, now: Point): void {
    this.moveView(press);
    const other = [...this.pointers].find(([id]) => id !== moved)?.[1];
    if (!other) return;
    const factor = Math.hypot(now.x - other.x, now.y - other.y) / Math.max(Math.hypot(before.x - other.x, before.y - other.y), 1);
    this.view.zoom(factor, { x: (now.x + other.x) / 2, y: (now.y + other.y) / 2 });
    this.view.pan((now.x - before.x) / 2, (now.y - before.y) / 2);
  }
}
