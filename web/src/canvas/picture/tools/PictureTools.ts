import type { Point } from '../Geometry';
import type { Gesture } from './Gesture';

/** What the pointer does on the pictures of a kind of diagram. Places are in pixels of the picture. */
export interface PictureTools {
  click(at: Point): void;
  doubleClick(at: Point): void;
  /** @returns What a drag from here does; null where it moves the view. */
  grasp(at: Point): Gesture | null;
}
