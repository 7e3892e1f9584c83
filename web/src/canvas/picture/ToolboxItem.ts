import type { PictureParts } from './KindClient';
import type { PictureTools } from './tools/PictureTools';

/** Something that can be drawn with the pointer, as the toolbox offers it. */
export type ToolboxItem = {
  /** What the button is called; no two of a kind of diagram are called the same. */
  readonly label: string;
  /** A digit or a small letter. */
  readonly key: string;
  /** In a square of 20. */
  readonly symbol: JSX.Element;
  /** What to do with it, in a few words. */
  readonly hint: string;
  /** @param onUsed Gets whether it stays chosen once it was used. */
  readonly tool: (parts: PictureParts, onUsed: (isKept: boolean) => void) => PictureTools;
};
