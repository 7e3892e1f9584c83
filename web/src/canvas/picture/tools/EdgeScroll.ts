import type { Point } from '../Geometry';
import type { Clock } from './Clock';
import type { View } from './PointerTracker';

/** How often the view moves, in milliseconds, and how far at most each time, in pixels of the screen. */
const pause = 16;
const farthest = 14;

/** Moves the view as long as something is dragged to its edge, or beyond. */
export class EdgeScroll {
  private callOff = (): void => undefined;

  /** @param onScroll The view has moved under the pointer. */
  constructor(
    private readonly view: View,
    private readonly clock: Clock,
    private readonly onScroll: () => void,
  ) {}

  /** @param screen Where the pointer is now. */
  follow(screen: Point): void {
    this.stop();
    const { x, y } = this.view.beyond(screen);
    if (x === 0 && y === 0) return;
    this.callOff = this.clock.later(() => {
      this.view.pan(-speed(x), -speed(y));
      this.onScroll();
      this.follow(screen);
    }, pause);
  }

  stop(): void {
    this.callOff();
  }
}

/** The farther, the faster. */
function speed(beyond: number): number {
  return Math.sign(beyond) * Math.min(Math.abs(beyond) / 2, farthest);
}
