import { isPinned, isSameLayout, type Layout, type Position } from '../engine/Layout';

/** Brings positions together that were changed in two places: of each element the one that was changed, and rather what somebody has placed. */
export function mergeLayouts(base: Layout, mine: Layout, theirs: Layout): Layout {
  const ids = new Set([...Object.keys(theirs), ...Object.keys(mine)]);
  const merged = [...ids].map((id): [string, Position | undefined] => [id, mergePositions(base[id], mine[id], theirs[id])]);
  return Object.fromEntries(merged.filter((entry): entry is [string, Position] => entry[1] !== undefined));
}

function mergePositions(base: Position | undefined, mine: Position | undefined, theirs: Position | undefined): Position | undefined {
  if (isSame(mine, base)) return theirs;
  if (isSame(theirs, base)) return mine;
  return isPinned(theirs) && !isPinned(mine) ? theirs : (mine ?? theirs);
}

function isSame(one: Position | undefined, other: Position | undefined): boolean {
  return one === other || (one !== undefined && other !== undefined && isSameLayout({ one }, { one: other }));
}
