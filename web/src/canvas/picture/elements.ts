import { commands } from '../engine/Command';
import type { DiagramSession } from '../session/DiagramSession';
import type { DiagramState } from '../session/DiagramState';

/** The element before or after the selected one. */
export function neighbour({ outline, selected }: DiagramState, step: 1 | -1): string | null {
  const all = outline.elements;
  const index = selected === null ? -1 : all.findIndex((one) => one.id === selected);
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
export function deleteElement(session: DiagramSession, id: string): string | null {
  return session.edit(commands.remove(id));
}
