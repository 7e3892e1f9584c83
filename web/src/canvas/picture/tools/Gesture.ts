import { texts } from '../../../texts';
import type { Point } from '../Geometry';
import type { Modifiers } from './Modifiers';

/** Lines above the picture that show what a gesture would come to: paths of SVG, in pixels of the picture. */
export type Preview = ReadonlyArray<{ readonly className: string; readonly path: string; readonly words?: Words }>;

/** What is said at a place of the picture meanwhile. */
export type Words = { readonly text: string; readonly at: Point };

/** Tells at the pointer why something can't be done there. */
export function refused(error: string, at: Point): Preview[number] {
  return { className: 'refusal', path: '', words: { text: texts.canvas.editErrors[error] ?? texts.errors.unforeseen, at } };
}

/** What a pointer that is pressed and moved does, once it is clear what that is. Knows no page: places come in pixels of the picture. */
export interface Gesture {
  /** For styles, such as the form of the pointer. */
  readonly name: string;
  /** @returns What is to be seen meanwhile. */
  move(to: Point, modifiers: Modifiers): Preview;
  /** The pointer was let go where it was last. */
  finish(): void;
  /** What came of it so far is undone. */
  cancel?(): void;
}
