import type { Diagnostic } from '../../api/schema';
import type { Palette } from '../../components/palettes';
import type { DiagramKind } from './DiagramKind';
import type { Layout, Places } from './Layout';
import type { Succession } from './Succession';

/** Of a large picture: where its elements are in it as SVG, and on it from the top down. */
export type PicturePieces = {
  /** Where the SVG of each element begins, and where that of the last one ends. */
  readonly starts: Int32Array;
  /** The top and the bottom of each element in turn, in pixels. */
  readonly extents: Int32Array;
};

/** All that the engine says of a source. What is long and seldom looked at stays JSON until somebody does. */
export type Drawing = {
  /** As SVG. */
  readonly picture: string;
  /** Null for a picture that can be put into the page as a whole. */
  readonly pieces: PicturePieces | null;
  readonly diagnostics: ReadonlyArray<Diagnostic>;
  /** See {@link Outline}. */
  readonly outline: string;
  /** That the text may use again, for completions. */
  readonly names: ReadonlyArray<string>;
  /** The ids that have changed since the source that was drawn before: a list of {@link Succession}. */
  readonly successions: string;
  /** With which it was drawn, by the ids of now. */
  readonly layout: Layout;
  readonly places: Places;
};

export type DrawingRequest = {
  readonly kind: DiagramKind;
  readonly source: string;
  /** The source of the last drawing; null before the first. */
  readonly before: string | null;
  readonly palette: Palette;
  /** Where elements are to stand: by the ids of the source of before, if there is one; else by those of the source. */
  readonly layout: Layout;
  /** The ids that have changed since then, where that is known. */
  readonly successions?: ReadonlyArray<Succession>;
  /** Whether the layout is by the ids of the source in any case. */
  readonly isLayoutNew?: boolean;
};

/** Draws elsewhere, and tells later. */
export type Drawer = {
  /** Of several requests the last one counts: `done` is not called for those before it. */
  readonly draw: (request: DrawingRequest, done: (drawing: Drawing) => void) => void;
  readonly close: () => void;
};
