import type { Point } from '../Geometry';
import type { Gesture, Preview } from './Gesture';
import { noModifiers, type Modifiers } from './Modifiers';
import type { PictureTools } from './PictureTools';

/** What puts something new where the pointer is clicked, or let go after a drag. */
export type Placing = {
  /** What is to be seen before. */
  readonly ghost: (at: Point) => Preview;
  readonly place: (at: Point) => void;
  /** Puts it where one without a pointer would want it; without this, in the middle of what is seen. */
  readonly placeByKey?: () => void;
  /** Gets whether the tool stays chosen. */
  readonly onUsed: (isKept: boolean) => void;
};

/** Something of the toolbox that is to be put somewhere. With Shift held it stays chosen. */
export class PlaceTool implements PictureTools {
  constructor(private readonly placing: Placing) {}

  click(at: Point, { shift }: Modifiers): void {
    this.placing.onUsed(shift);
    this.placing.place(at);
  }

  grasp(at: Point, modifiers: Modifiers): Gesture {
    let last = at;
    let held = modifiers;
    return {
      name: 'place',
      move: (to: Point, now: Modifiers): Preview => {
        [last, held] = [to, now];
        return this.placing.ghost(to);
      },
      finish: () => this.click(last, held),
    };
  }

  hover(at: Point): Preview {
    return this.placing.ghost(at);
  }

  confirm(middle: Point): void {
    const { placeByKey } = this.placing;
    if (!placeByKey) return this.click(middle, noModifiers);
    this.placing.onUsed(false);
    placeByKey();
  }
}
