import type { Diagnostic } from '../../api/schema';
import type { Palette } from '../../components/palettes';
import type { DiagramKind } from './DiagramKind';
import type { OutlineElement } from './Outline';
import type { Succession } from './Succession';

/** All that the engine says of a source. */
export type Drawing = {
  /** As SVG. */
  readonly picture: string;
  readonly diagnostics: ReadonlyArray<Diagnostic>;
  readonly elements: ReadonlyArray<OutlineElement>;
  /** The ids that have changed since the source that was drawn before. */
  readonly successions: ReadonlyArray<Succession>;
};

export type DrawingRequest = {
  readonly kind: DiagramKind;
  readonly source: string;
  /** The source of the last drawing; null before the first. */
  readonly before: string | null;
  readonly palette: Palette;
};

/** Draws elsewhere, and tells later. */
export type Drawer = {
  /** Of several requests the last one counts: `done` is not called for those before it. */
  readonly draw: (request: DrawingRequest, done: (drawing: Drawing) => void) => void;
  readonly close: () => void;
};
