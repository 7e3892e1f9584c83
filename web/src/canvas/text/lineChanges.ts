import { hunks, split } from './merge';

export type Line = { readonly kind: 'same' | 'removed' | 'added'; readonly text: string };

/** Two texts as one list of lines: what is in both once, and where they differ first those of the one and then those of the other. */
export function lineChanges(before: string, after: string): ReadonlyArray<Line> {
  const lines = split(before);
  const found: Line[] = [];
  const add = (kind: Line['kind'], texts: ReadonlyArray<string>) => {
    for (const text of texts) found.push({ kind, text: text.replace(/\n$/, '') });
  };
  let place = 0;
  for (const hunk of hunks(lines, split(after))) {
    add('same', lines.slice(place, hunk.start));
    add('removed', lines.slice(hunk.start, hunk.end));
    add('added', hunk.lines);
    place = hunk.end;
  }
  add('same', lines.slice(place));
  return found;
}

/** So many lines that are the same are shown before and after one that is not. */
const neighbourhood = 3;

/** @param hidden What stands in the place of so many lines that are the same. */
export function folded(lines: ReadonlyArray<Line>, hidden: (count: number) => string): ReadonlyArray<Line> {
  const isNear = new Uint8Array(lines.length);
  lines.forEach(({ kind }, number) => {
    if (kind !== 'same') isNear.fill(1, Math.max(number - neighbourhood, 0), number + neighbourhood + 1);
  });
  const shown: Line[] = [];
  let count = 0;
  lines.forEach((line, number) => {
    if (!isNear[number]) count++;
    else {
      if (count > 0) shown.push({ kind: 'same', text: hidden(count) });
      count = 0;
      shown.push(line);
    }
  });
  return count > 0 ? [...shown, { kind: 'same', text: hidden(count) }] : shown;
}
