import type { Point } from '../Geometry';
import type { Gesture, Preview } from './Gesture';
import type { PictureTools } from './PictureTools';

/** A pointer of the screen. */
export type Pointer = { readonly id: number; readonly x: number; readonly y: number };

/** The part of the picture that is seen. */
export interface View {
  toPicture(screen: Point): Point;
  pan(x: number, y: number): void;
  /** @param center What stays where it is on the screen. */
  zoom(factor: number, center: Point): void;
}

/** A drag that is under way. */
export type Drag = { readonly name: string; readonly preview: Preview };

type Press = {
  readonly screen: Point;
  readonly button: 'tool' | 'view' | 'other';
  /** What the drag does; null while it is none yet, or moves the view. */
  gesture: Gesture | null;
  isDrag: boolean;
};

/** A press that moves less than this is a click, in pixels of the screen. */
const threshold = 5;
const panning: Drag = { name: 'pan', preview: [] };

/** Tells clicks, drags and pinches from each other, and hands them to the tools of the diagram's kind or to the view. */
export class PointerTracker {
  private press: Press | null = null;
  private readonly pointers = new Map<number, Point>();

  /**
   * @param tools Of the picture as it is now.
   * @param show Gets the drag that is under way; null when there is none.
   */
  constructor(
    private readonly view: View,
    private readonly tools: PictureTools,
    private readonly show: (drag: Drag | null) => void,
  ) {}

  /** @param button `view` for what always moves the view, such as the middle button. */
  down(pointer: Pointer, button: Press['button']): void {
    const screen = { x: pointer.x, y: pointer.y };
    this.pointers.set(pointer.id, screen);
    // A second finger moves the view together with the first, and takes hold of nothing.
    if (this.press && this.pointers.size > 1) return this.moveView(this.press);
    this.press = { screen, button, gesture: null, isDrag: false };
  }

  move(pointer: Pointer): void {
    const before = this.pointers.get(pointer.id);
    const { press } = this;
    if (!before || !press) return;
    const now = { x: pointer.x, y: pointer.y };
    this.pointers.set(pointer.id, now);
    if (this.pointers.size === 2) return this.pinch(press, pointer.id, before, now);
    if (!press.isDrag && Math.hypot(now.x - press.screen.x, now.y - press.screen.y) < threshold) return;
    if (!press.isDrag && press.button === 'tool') press.gesture = this.tools.grasp(this.view.toPicture(press.screen));
    press.isDrag = true;
    if (press.gesture) return this.show({ name: press.gesture.name, preview: press.gesture.move(this.view.toPicture(now)) });
    this.show(panning);
    this.view.pan(now.x - before.x, now.y - before.y);
  }

  up(pointer: Pointer): void {
    this.pointers.delete(pointer.id);
    const { press } = this;
    if (!press || this.pointers.size > 0) return;
    this.press = null;
    if (press.gesture) press.gesture.finish();
    else if (!press.isDrag && press.button === 'tool') this.tools.click(this.view.toPicture(press.screen));
    this.show(null);
  }

  cancel(): void {
    this.press?.gesture?.cancel?.();
    this.press = null;
    this.pointers.clear();
    this.show(null);
  }

  /** What was taken hold of may be another now: a change that comes in between ends a drag. A press is looked at when it becomes something. */
  pictureChanged(): void {
    if (this.press?.isDrag) this.cancel();
  }

  doubleClick(screen: Point): void {
    this.tools.doubleClick(this.view.toPicture(screen));
  }

  private moveView(press: Press): void {
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
