import type { PlanePoint } from '../engine/Layout';

/** In milliseconds. */
const duration = 160;
/** To measure more elements than this takes longer than what is gained. */
const most = 150;

/** Where elements of a picture are, in the layout's plane. */
export type Stand = ReadonlyMap<string, { readonly x: number; readonly y: number }>;

/**
 * @param origin Where the plane's 0 is on the picture.
 * @returns Null for a picture that changes at once: of too many elements, or because whoever looks at it wants nothing to move.
 */
export function standOf(picture: SVGSVGElement | null, origin: PlanePoint): Stand | null {
  if (!picture || window.matchMedia('(prefers-reduced-motion: reduce)').matches) return null;
  const groups = elementsOf(picture);
  if (groups.length > most) return null;
  return new Map(
    groups.map((group) => {
      const { x, y, width, height } = group.getBBox();
      return [keyOf(group), { x: x + width / 2 - origin.x, y: y + height / 2 - origin.y }];
    }),
  );
}

/** What stands elsewhere now goes there from where it stood, so that the eye can follow. */
export function glideFrom(before: Stand, picture: SVGSVGElement, origin: PlanePoint): void {
  const after = standOf(picture, origin);
  if (!after) return;
  for (const group of elementsOf(picture)) {
    const [old, now] = [before.get(keyOf(group)), after.get(keyOf(group))];
    if (!old || !now || (Math.abs(old.x - now.x) < 1 && Math.abs(old.y - now.y) < 1)) continue;
    const from = `translate(${old.x - now.x}px, ${old.y - now.y}px)`;
    group.animate([{ transform: from }, { transform: 'none' }], { duration, easing: 'ease-out' });
  }
}

function elementsOf(picture: SVGSVGElement): ReadonlyArray<SVGGElement> {
  return [...picture.querySelectorAll<SVGGElement>('g[data-id]')];
}

/** An element is known by its id, and what is drawn of it. */
function keyOf({ dataset }: SVGGElement): string {
  return `${dataset['part']} ${dataset['id']}`;
}
