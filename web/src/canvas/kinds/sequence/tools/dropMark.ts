import { grown, outlineOf } from '../../../picture/Geometry';
import type { PictureParts } from '../../../picture/KindClient';
import type { Preview } from '../../../picture/tools/Gesture';
import { isFragment, isSameBlock, type InsertionPoint, type Statement } from '../outline';
import { placesOf, type SequencePlaces } from '../SequencePlaces';

/** How far the line stands from what is above or below it, and how far it reaches beyond the lifelines, in pixels of the picture. */
const gap = 8;
const overhang = 24;

/** Where a statement would come to stand: a line between its neighbours there, as wide as the frame into which it comes, which is lit. */
export function dropMark(places: SequencePlaces, point: InsertionPoint): Preview {
  const siblings = places.statements.filter((one) => isSameBlock(one, point));
  const owner = places.statements.find((one) => one.id === point.owner);
  const frame = owner && isFragment(owner) ? places.box(owner.id) : null;
  const y = heightBetween(places, siblings[point.index - 1], siblings[point.index]) ?? (owner ? firstHeight(places, owner, point) : gap);
  const [left, right] = frame ? [frame.x + gap, frame.x + frame.width - gap] : breadth(places);
  const line = { className: 'drop-line', path: `M${left} ${y}H${right}` };
  return frame ? [line, { className: 'drop-box', path: outlineOf(grown(frame, 3)) }] : [line, ...joinedBar(places, point)];
}

/** The bar of the call in which something would happen. */
export function joinedBar(places: SequencePlaces, { owner }: InsertionPoint): Preview {
  const bar = places.bar(owner);
  return bar ? [{ className: 'drop-box', path: outlineOf(grown(bar, 4)) }] : [];
}

/** Where something would come that happens at a height. */
export function insertionMark(parts: PictureParts, y: number): Preview {
  const places = placesOf(parts);
  return places ? dropMark(places, places.insertionPoint(y, null)) : [];
}

/** Between two that stand one above the other; null where neither is in the picture. */
function heightBetween(places: SequencePlaces, above: Statement | undefined, below: Statement | undefined): number | null {
  const top = above && places.top(above) !== null ? places.bottom(above) : null;
  const bottom = (below && places.box(below.id)?.y) ?? null;
  if (top !== null && bottom !== null) return (top + bottom) / 2;
  if (top !== null) return top + gap;
  return bottom === null ? null : bottom - gap / 2;
}

/** In a block with nothing in it. */
function firstHeight(places: SequencePlaces, owner: Statement, { place, operand }: InsertionPoint): number {
  const part = place === 'operand' ? places.operand(owner, operand) : null;
  const box = part?.box ?? places.box(owner.id);
  return box ? (part ? box.y : box.y + box.height) + 2 * gap : gap;
}

function breadth(places: SequencePlaces): readonly [left: number, right: number] {
  const xs = places.lifelines.map((one) => one.x);
  return xs.length === 0 ? [0, overhang] : [Math.min(...xs) - overhang, Math.max(...xs) + overhang];
}
