import { commands } from '../engine/Command';
import type { Outline } from '../engine/Outline';
import { forElement } from '../session/editAll';
import type { DiagramSession } from '../session/DiagramSession';
import type { DiagramState } from '../session/DiagramState';

/** The element before or after the one that was selected last. */
export function neighbour({ outline, selection }: DiagramState, step: 1 | -1): string | null {
  const all = outline.elements;
  const last = selection[selection.length - 1];
  const index = last === undefined ? -1 : all.findIndex((one) => one.id === last);
  if (index < 0) return (step === 1 ? all[0] : all[all.length - 1])?.id ?? null;
  return all[Math.min(Math.max(index + step, 0), all.length - 1)]?.id ?? null;
}

/** A name that none of these is: `Class1`, or with the next number that is free. */
export function freeName(base: string, taken: ReadonlySet<string>, first = 1): string {
  let count = first;
  while (taken.has(`${base}${count}`)) count++;
  return `${base}${count}`;
}

/** @returns Why it could not be done; null when it was. */
export function deleteElements(session: DiagramSession, ids: ReadonlyArray<string>): string | null {
  return session.edit(ids.map((id) => forElement(id, commands.remove)));
}

/** Selects everything that is drawn. */
export function selectAll(session: DiagramSession): void {
  session.select(session.current().outline.elements.map((one) => one.id));
}

/** The ids of the elements that say these words, in any case; what else an element has, such as members, counts as well. */
export function found(outline: Outline, words: string): ReadonlyArray<string> {
  const wanted = words.trim().toLowerCase();
  if (wanted === '') return [];
  const says = (value: unknown): boolean =>
    Array.isArray(value) ? value.some(says) : typeof value === 'string' && value.toLowerCase().includes(wanted);
  return outline.elements.filter((one) => says(Object.entries(one).flatMap(([key, value]) => (spoken.has(key) ? [value] : [])))).map((one) => one.id);
}

/** What of an element can be read on the picture. */
const spoken: ReadonlySet<string> = new Set(['words', 'features', 'stereotypes', 'firstWords', 'secondWords', 'conditions']);
