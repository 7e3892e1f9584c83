import type { Diagnostic } from '../../api/schema';
import type { Palette } from '../../components/palettes';
import type { Outline } from '../kinds/sequence/outline';

/** All that the engine says of a source. */
export type Drawing = {
  /** As SVG. */
  readonly picture: string;
  readonly diagnostics: ReadonlyArray<Diagnostic>;
  readonly outline: Outline;
};

export type DrawingRequest = { readonly source: string; readonly palette: Palette };

/** Draws elsewhere, and tells later. */
export type Drawer = {
  /** Of several requests the last one counts: `done` is not called for those before it. */
  readonly draw: (source: string, palette: Palette, done: (drawing: Drawing) => void) => void;
  readonly close: () => void;
};
