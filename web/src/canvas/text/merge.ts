/**
 * The changes of two people to the same text, brought together line by line (three-way merge; Khanna, Kunal and Pierce,
 * "A Formal Investigation of Diff3", 2007).
 *
 * @returns null where both have changed the same or neighbouring lines in different ways.
 */
export function merge(base: string, mine: string, theirs: string): string | null {
  if (mine === base || mine === theirs) return theirs;
  if (theirs === base) return mine;
  const lines = split(base);
  const left = hunks(lines, split(mine));
  const right = hunks(lines, split(theirs));
  const merged: string[] = [];
  let place = 0;
  while (left.length > 0 || right.length > 0) {
    const [a, b] = [left[0], right[0]];
    const next = !b || (a && a.start <= b.start) ? left : right;
    const hunk = next.shift();
    const other = next === left ? right[0] : left[0];
    if (!hunk) break;
    if (other && other.start <= hunk.end) {
      const isSame = other.start === hunk.start && other.end === hunk.end && other.lines.join('') === hunk.lines.join('');
      if (!isSame) return null;
      (next === left ? right : left).shift();
    }
    merged.push(...lines.slice(place, hunk.start), ...hunk.lines);
    place = hunk.end;
  }
  return [...merged, ...lines.slice(place)].join('');
}

/** Lines `start` to `end` of the base, replaced by others. */
export type Hunk = { readonly start: number; readonly end: number; readonly lines: ReadonlyArray<string> };

export function split(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

/** What has changed, by the longest common subsequence of lines. */
export function hunks(base: ReadonlyArray<string>, changed: ReadonlyArray<string>): Hunk[] {
  let head = 0;
  while (head < base.length && head < changed.length && base[head] === changed[head]) head++;
  let tail = 0;
  while (tail < base.length - head && tail < changed.length - head && base[base.length - 1 - tail] === changed[changed.length - 1 - tail]) tail++;
  const a = base.slice(head, base.length - tail);
  const b = changed.slice(head, changed.length - tail);
  // A table of this size takes a moment; larger ones are a single hunk.
  if (a.length * b.length > 4_000_000) return [{ start: head, end: head + a.length, lines: b }];
  return walk(a, b, head);
}

function walk(a: ReadonlyArray<string>, b: ReadonlyArray<string>, offset: number): Hunk[] {
  const width = b.length + 1;
  const table = new Uint32Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      table[i * width + j] =
        a[i] === b[j] ? (table[(i + 1) * width + j + 1] ?? 0) + 1 : Math.max(table[(i + 1) * width + j] ?? 0, table[i * width + j + 1] ?? 0);
    }
  }
  const found: Hunk[] = [];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    const [start, from] = [i, j];
    while (i < a.length || j < b.length) {
      if (i < a.length && j < b.length && a[i] === b[j]) break;
      if (j >= b.length || (i < a.length && (table[(i + 1) * width + j] ?? 0) >= (table[i * width + j + 1] ?? 0))) i++;
      else j++;
    }
    if (i > start || j > from) found.push({ start: start + offset, end: i + offset, lines: b.slice(from, j) });
    while (i < a.length && j < b.length && a[i] === b[j]) [i, j] = [i + 1, j + 1];
  }
  return found;
}
