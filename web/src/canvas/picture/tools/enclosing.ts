import type { Point } from '../Geometry';
import type { PictureParts } from '../KindClient';
import type { Gesture } from './Gesture';
import { MarqueeGesture } from './MarqueeGesture';
import type { Modifiers } from './Modifiers';

/** A rectangle that selects what lies within it; with Shift beside what is selected already. */
export function enclosing({ session, geometry, isMainPart }: PictureParts, at: Point, { shift }: Modifiers): Gesture {
  const kept = shift ? session.current().selection : [];
  return new MarqueeGesture(at, (isWithin) => {
    const parts = geometry()?.parts ?? [];
    const within = parts.filter(({ part, box }) => isMainPart(part) && isWithin(box)).map((one) => one.id);
    session.select([...new Set([...kept, ...within])]);
  });
}
