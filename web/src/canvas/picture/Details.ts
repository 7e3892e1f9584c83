import type { Command } from '../engine/Command';
import type { OutlineElement } from '../engine/Outline';
import type { Detail, DetailChange, Field } from '../session/Field';
import type { Box } from './Geometry';
import type { PictureParts } from './KindClient';

/** How a field is left: by Enter, by Shift+Enter for one more, by Tab or an arrow, or because something else was clicked. */
export type Leave = 'enter' | 'more' | 'next' | 'previous' | 'away';

/** What a kind of diagram has to say of the words that elements have beside their own. */
export type Details = {
  /** What is opened of an element to be changed; null where its words are changed in the source. */
  readonly first: (element: OutlineElement) => Detail | null;
  /** Something new that an element can say after all else; null where there is no such. */
  readonly added: (element: OutlineElement) => Detail | null;
  /** What a detail says; null where there is no such. */
  readonly words: (element: OutlineElement, number: number) => string | null;
  /** Whether it may have several lines. */
  readonly isLong: (element: OutlineElement, number: number) => boolean;
  /** What a field for it is called. */
  readonly label: (element: OutlineElement, detail: Detail) => string;
  /** Where it stands on the picture, or is to come to stand. */
  readonly box: (parts: PictureParts, element: OutlineElement, detail: Detail) => Box | null;
  readonly change: DetailChange;
  /**
   * The field that is opened after another one; null for none.
   *
   * @param element As it is now, with the words that the field was left with.
   */
  readonly following: (element: OutlineElement, left: Field, words: string, leave: Leave) => Detail | null;
  /** Moves it up or down among its like; null where it can't be moved. */
  readonly moved: (element: OutlineElement, detail: Detail, step: 1 | -1) => { readonly command: Command; readonly detail: Detail } | null;
};
