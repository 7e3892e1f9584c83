/** An id, and what it has become: null where the element is gone. */
export type Succession = readonly [id: string, successor: string | null];

/** What an element is known by after changes; null when it is gone. */
export function successorOf(id: string, successions: ReadonlyArray<Succession>): string | null {
  const found = successions.find(([old]) => old === id);
  return found ? found[1] : id;
}

/** Values by ids, by the ids of now. What belongs to an element that is gone stays, for it may come back, unless another has its id by now. */
export function followed<Value>(values: Readonly<Record<string, Value>>, successions: ReadonlyArray<Succession>): Readonly<Record<string, Value>> {
  const successors = new Map(successions);
  const taken = new Set(successors.values());
  if (!Object.keys(values).some((id) => successors.get(id) || taken.has(id))) return values;
  const next = Object.entries(values).flatMap(([id, value]): Array<[string, Value]> => {
    const successor = successors.get(id);
    if (successor) return [[successor, value]];
    return taken.has(id) ? [] : [[id, value]];
  });
  return Object.fromEntries(next);
}

/** What ids have become after two changes, one after the other. */
export function composed(first: ReadonlyArray<Succession>, second: ReadonlyArray<Succession>): ReadonlyArray<Succession> {
  if (first.length === 0) return second;
  const known = new Set(first.flatMap(([id, successor]) => (successor === null ? [id] : [id, successor])));
  return [
    ...first.map(([id, successor]): Succession => [id, successor === null ? null : successorOf(successor, second)]),
    ...second.filter(([id]) => !known.has(id)),
  ];
}
