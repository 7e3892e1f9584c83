import type { Point } from '../Geometry';
import type { Gesture, Preview } from './Gesture';
import type { Modifiers } from './Modifiers';

/** What the pointer does on the pictures of a kind of diagram, or with what was chosen in the toolbox. Places are in pixels of the picture. */
export interface PictureTools {
  click(at: Point, modifiers: Modifiers): void;
  doubleClick?(at: Point): void;
  /** @returns What a drag from here does; null beside everything that can be taken hold of. */
  grasp(at: Point, modifiers: Modifiers): Gesture | null;
  /** @returns What a drag of the mouse beside everything does; a finger moves the view there, and so does the mouse without it. */
  enclose?(at: Point, modifiers: Modifiers): Gesture;
  /** @returns What is to be seen while the pointer is over a place, and not pressed. */
  hover?(at: Point): Preview;
  /**
   * What Enter does, for those who have no pointer.
   *
   * @param middle Of what is seen.
   */
  confirm?(middle: Point): void;
}

/** What the pointer does while nothing of the toolbox is chosen. */
export interface SelectionTools extends PictureTools {
  /** The id of what a click would select. */
  elementAt(at: Point): string | null;
  doubleClick(at: Point): void;
}
