import type { PictureTools } from './PictureTools';

/** Moves the view, whatever is under the pointer. */
export class HandTool implements PictureTools {
  click(): void {
    // Nothing is selected with it.
  }

  grasp(): null {
    return null;
  }
}
