import type { Version } from '../../api/schema';

export type Day = { readonly day: string; readonly versions: ReadonlyArray<Version> };

/** Versions by the day on which they were made, in the order in which they come. */
export function daysOf(versions: ReadonlyArray<Version>): ReadonlyArray<Day> {
  const days = new Map<string, Version[]>();
  for (const version of versions) {
    const day = new Date(version.saved_at).toLocaleDateString('en', { weekday: 'short', day: 'numeric', month: 'long', year: 'numeric' });
    days.set(day, [...(days.get(day) ?? []), version]);
  }
  return [...days].map(([day, of]) => ({ day, versions: of }));
}
