/** An id, and what it has become: null where the element is gone. */
export type Succession = readonly [id: string, successor: string | null];

/** What an element is known by after changes; null when it is gone. */
export function successorOf(id: string, successions: ReadonlyArray<Succession>): string | null {
  const found = successions.find(([old]) => old === id);
  return found ? found[1] : id;
}

/** Values by ids, by the ids of now. What belongs to an element that is gone stays, for it may come back. */
export function followed<Value>(values: Readonly<Record<string, Value>>, successions: ReadonlyArray<Succession>): Readonly<Record<string, Value>> {
  const moved = successions.filter(([id, successor]) => successor !== null && id in values);
  if (moved.length === 0) return values;
  const left = new Set(moved.map(([id]) => id));
  const kept = Object.entries(values).filter(([id]) => !left.has(id));
  const next = moved.map(([id, successor]) => [successor, values[id]]);
  return Object.fromEntries([...kept, ...next]);
}
