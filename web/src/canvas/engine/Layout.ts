import type { Diagram } from '../../api/schema';

/** Where elements are to stand, by their ids, in pixels of a plane of their own: what a diagram's `layout` holds. */
export type Layout = Diagram['layout'];

export type Position = Layout[string];

/** In pixels of the plane in which elements have their places. */
export type PlanePoint = { readonly x: number; readonly y: number };

/** Where the elements of a picture stand, where those are that had to give way, and where the plane's 0 is on the picture. */
export type Places = { readonly origin: PlanePoint; readonly places: Layout; readonly displaced: Layout };

/** No coordinate is farther from 0, in pixels, and no place has more numbers in its path: the engine leaves such places out. */
const farthest = 1_000_000;
const longestPath = 4_000;

/** A server takes 256 KiB, and what somebody has placed has to have room. In bytes of JSON. */
const mostRemembered = 240_000;

/** Whether somebody has put something there; else it is where it was drawn last. */
export function isPinned(position: Position | undefined): boolean {
  return position !== undefined && position.automatic !== true;
}

/** Somebody has put its middle there. */
export function centred({ width, height }: Position, middle: PlanePoint): Position {
  const half = (length: number | null | undefined) => (length ?? 0) / 2;
  return { x: Math.round(middle.x - half(width)), y: Math.round(middle.y - half(height)), width: width ?? 0, height: height ?? 0 };
}

export function isSameLayout(one: Layout, other: Layout): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other);
}

/** As the engine takes them: fields with zero bytes between, lengths in eighths of a pixel. */
export function fieldsOf(layout: Layout): string {
  return Object.entries(layout)
    .filter(([, place]) => isPossible(place))
    .flatMap(([id, place]) => [
      id,
      ...[place.x, place.y, place.width, place.height].map(eighths),
      isPinned(place) ? '1' : '0',
      (place.path ?? []).map(eighths).join(' '),
    ])
    .join('\0');
}

/** Halves away from 0, as the engine rounds that a server has. */
function eighths(length: number | null | undefined): string {
  return String(Math.sign(length ?? 0) * Math.round(Math.abs(length ?? 0) * 8));
}

function isPossible({ x, y, width, height, path }: Position): boolean {
  const isLength = (length: number | null | undefined) => (length ?? 0) >= 0 && (length ?? 0) <= farthest;
  const lengths = [x, y, ...(path ?? [])];
  return lengths.every((one) => Math.abs(one) <= farthest) && isLength(width) && isLength(height) && (path ?? []).length <= longestPath;
}

/**
 * What is to be drawn next stands where it stands now.
 *
 * @param layout What was drawn with; what it has of elements that are gone stays, for they may come back.
 * @param shown As the engine tells it of the picture that was drawn.
 */
export function remembered(layout: Layout, { places: shown }: Places): Layout {
  if (Object.keys(shown).length === 0) return layout;
  const pinned = Object.entries(layout).filter(([id, one]) => !(id in shown) && isPinned(one));
  // Of lines, and of more elements than there are, nothing is kept.
  const gone = Object.entries(layout).filter(([id, one]) => !(id in shown) && !isPinned(one) && !one.path);
  const all = Object.entries(shown);
  const candidates = [
    [...pinned, ...(gone.length <= all.length ? gone : []), ...all],
    [...pinned, ...all],
    [...pinned, ...all.filter(([, one]) => !one.path || isPinned(one))],
    [...pinned, ...all.filter(([, one]) => isPinned(one))],
  ].map((entries) => Object.fromEntries(entries));
  return candidates.find(fits) ?? candidates[3] ?? {};
}

function fits(layout: Layout): boolean {
  const json = JSON.stringify(layout);
  // A letter has three bytes at most.
  return json.length * 3 <= mostRemembered || new TextEncoder().encode(json).length <= mostRemembered;
}
