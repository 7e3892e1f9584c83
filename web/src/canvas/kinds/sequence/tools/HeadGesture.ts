import type { Box, Point } from '../../../picture/Geometry';
import type { Gesture, Preview } from '../../../picture/tools/Gesture';
import type { Modifiers } from '../../../picture/tools/Modifiers';

/** A drag of the head of a lifeline: beside the others it moves the participant, below them it draws a message. */
export class HeadGesture implements Gesture {
  private current: Gesture;

  constructor(
    private readonly head: Box,
    private readonly moving: Gesture,
    private readonly sending: Gesture,
  ) {
    this.current = moving;
  }

  get name(): string {
    return this.current.name;
  }

  move(to: Point, modifiers: Modifiers): Preview {
    const isBelow = to.y > this.head.y + this.head.height + 12;
    this.current = isBelow ? this.sending : this.moving;
    return this.current.move(to, modifiers);
  }

  finish(): void {
    this.current.finish();
  }
}
