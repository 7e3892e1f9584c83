/** One stretch of a text replaced by another. Offsets are units of UTF-16. */
export type TextChange = { readonly start: number; readonly removed: string; readonly inserted: string };

/** The smallest single change that makes one text the other; null when they are the same. */
export function changeBetween(before: string, after: string): TextChange | null {
  if (before === after) return null;
  const most = Math.min(before.length, after.length);
  const start = sameAtStart(before, after, most);
  const end = sameAtEnd(before, after, most - start);
  return { start, removed: before.slice(start, before.length - end), inserted: after.slice(start, after.length - end) };
}

/** Letters that are compared at once: one by one a large text takes longer than all else that a key does. */
const stride = 4096;

function sameAtStart(before: string, after: string, most: number): number {
  let same = 0;
  while (same + stride <= most && before.slice(same, same + stride) === after.slice(same, same + stride)) same += stride;
  while (same < most && before.charCodeAt(same) === after.charCodeAt(same)) same++;
  return same;
}

function sameAtEnd(before: string, after: string, most: number): number {
  const [a, b] = [before.length, after.length];
  let same = 0;
  while (same + stride <= most && before.slice(a - same - stride, a - same) === after.slice(b - same - stride, b - same)) same += stride;
  while (same < most && before.charCodeAt(a - 1 - same) === after.charCodeAt(b - 1 - same)) same++;
  return same;
}

export function apply(text: string, change: TextChange): string {
  return text.slice(0, change.start) + change.inserted + text.slice(change.start + change.removed.length);
}

export function inverse(change: TextChange): TextChange {
  return { start: change.start, removed: change.inserted, inserted: change.removed };
}

/** Where a place is after a change: one inside of what was removed is at the end of what came in its place. */
export function shifted(place: number, change: TextChange): number {
  if (place < change.start || (place === change.start && change.removed !== '')) return place;
  const end = change.start + change.removed.length;
  return place >= end ? place + change.inserted.length - change.removed.length : change.start + change.inserted.length;
}

/** The text after edits that don't overlap; their places are those of this text. */
export function applyAll(text: string, edits: ReadonlyArray<{ start: number; end: number; text: string }>): string {
  let result = '';
  let place = 0;
  for (const edit of edits) {
    result += text.slice(place, edit.start) + edit.text;
    place = edit.end;
  }
  return result + text.slice(place);
}

/** A text whose lines end as those of a text field do. */
export function withPlainBreaks(text: string): string {
  return text.replace(/\r\n?/g, '\n');
}
