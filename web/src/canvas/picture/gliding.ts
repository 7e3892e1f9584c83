import type { Point } from './Geometry';
import { originOf } from './originOf';

/** How long an element glides to where an edit has moved it, in milliseconds. */
const duration = 160;
/** In a picture with more elements nobody could follow them all. */
const most = 300;

/** Where elements stood, in the plane of the layout: the picture begins elsewhere when something comes to its left. */
export type Standing = ReadonlyMap<string, Point>;

/** @param origin Where the 0 of the plane is on the picture. */
export function standingOf(picture: Element, origin: Point): Standing {
  const groups = groupsOf(picture);
  if (groups.length > most) return new Map();
  return new Map(
    groups.map((group) => {
      const at = originOf(group);
      return [keyOf(group), { x: at.x - origin.x, y: at.y - origin.y }] as const;
    }),
  );
}

/**
 * Lets elements that stand elsewhere now glide there; lines, whose form changes, appear.
 *
 * @param isLine Whether a part is a line between others.
 * @returns How many glide.
 */
export function glide(picture: Element, before: Standing, now: Standing, isLine: (part: string) => boolean): number {
  let count = 0;
  for (const group of groupsOf(picture)) {
    const [from, to] = [before.get(keyOf(group)), now.get(keyOf(group))];
    if (!from || !to) continue;
    const [x, y] = [from.x - to.x, from.y - to.y];
    if (Math.abs(x) < 1 && Math.abs(y) < 1) continue;
    const at = originOf(group);
    const start = isLine(group.dataset['part'] ?? '') ? { opacity: 0 } : { transform: `translate(${at.x + x}px, ${at.y + y}px)` };
    group.animate([start, {}], { duration, easing: 'ease-out' });
    count++;
  }
  return count;
}

function groupsOf(picture: Element): SVGGElement[] {
  return [...picture.querySelectorAll<SVGGElement>('g[data-id]')];
}

function keyOf({ dataset }: SVGGElement): string {
  return `${dataset['part']} ${dataset['id']}`;
}
