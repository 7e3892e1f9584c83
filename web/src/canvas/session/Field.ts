import { commands, type Command } from '../engine/Command';
import type { Outline, OutlineElement } from '../engine/Outline';
import { successorOf, type Succession } from '../engine/Succession';

/**
 * Which of its words an element is to say otherwise: 0 for its own, then what it says beside them, as the engine counts it (`data-detail` on
 * the picture): the members of a class, what stands at the ends of a relation, the conditions of a fragment.
 */
export type Detail = {
  readonly number: number;
  /** Whether it is not there yet, and is to come before what has this number. */
  readonly isNew: boolean;
};

export const ownWords: Detail = { number: 0, isNew: false };

/** An open field for words of an element, and what they were when it was opened; `count` tells one opening from the next. */
export type Field = Detail & { readonly id: string; readonly words: string; readonly count: number };

/** How a detail is changed; null when it is not what it was. */
export type DetailChange = (element: OutlineElement, field: Field, words: string) => ReadonlyArray<Command> | null;

/** Gives an element other words of its own. */
export function changeOfWords({ id, isName }: OutlineElement, words: string): ReadonlyArray<Command> {
  return [commands.changeWords(id, isName === true ? words.trim() : words)];
}

/** A field after a change; null when its element is gone or says something else. Whether a detail is what it was is seen when the field is closed. */
export function followedField(field: Field | null, successions: ReadonlyArray<Succession>, outline: Outline): Field | null {
  const id = field && successorOf(field.id, successions);
  const element = id && outline.element(id);
  return field && element && (field.number > 0 || element.words === field.words) ? { ...field, id } : null;
}
