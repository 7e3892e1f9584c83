import type { Diagnostic, Diagram } from '../../api/schema';
import type { Loss } from '../saving/Loss';
import type { SaveState } from '../saving/SaveState';
import type { PicturePieces } from '../engine/Drawing';
import type { Layout, Places } from '../engine/Layout';
import type { Outline } from '../engine/Outline';
import type { Field } from './Field';

/** A stretch of the source, in units of UTF-16. */
export type Range = { readonly start: number; readonly end: number };

/** Where the caret is to go in the source; `count` tells one wish from the next. */
export type CaretWish = Range & { readonly count: number; readonly isFocused: boolean };

/** All that the page shows of a diagram. */
export type DiagramState = {
  readonly name: string;
  readonly source: string;
  /** With which the picture was drawn, or is to be drawn. */
  readonly layout: Layout;
  /** Where the 0 of the layout is on the picture. */
  readonly origin: Places['origin'];
  /** Whether the picture shows what a gesture would come to. */
  readonly isPreview: boolean;
  /** The picture as SVG. */
  readonly picture: string;
  readonly pieces: PicturePieces | null;
  readonly diagnostics: ReadonlyArray<Diagnostic>;
  readonly outline: Outline;
  /** That the source may use again. */
  readonly names: ReadonlyArray<string>;
  /** The ids of the elements that are selected, in the order in which they were chosen. */
  readonly selection: ReadonlyArray<string>;
  /** The id of the only one that is selected; null when there is none, or several. */
  readonly selected: string | null;
  /** The words that are being changed in a field of their own. */
  readonly editing: Field | null;
  readonly caret: CaretWish | null;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  readonly save: SaveState;
  /** What the server has, when it can't be merged with what is here. */
  readonly conflict: Diagram | null;
  /** Why this person can't save here any more; null while they can. */
  readonly loss: Loss | null;
};

/** A selection, as a part of the state. */
export function selecting(ids: ReadonlyArray<string>): Pick<DiagramState, 'selection' | 'selected'> {
  return { selection: ids, selected: ids.length === 1 ? (ids[0] ?? null) : null };
}
