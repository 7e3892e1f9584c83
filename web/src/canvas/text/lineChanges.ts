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
