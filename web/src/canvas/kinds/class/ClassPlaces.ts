import { contains, type Geometry, type Part, type Point } from '../../picture/Geometry';
import type { PictureParts } from '../../picture/KindClient';
import { isNear } from '../../picture/Strokes';
import { isCoarse } from '../../picture/touch';

/** How far from a box, and from a line, a click still means it, in pixels of the picture. */
const margin = 4;
const reach = isCoarse ? 16 : 6;

/** What the places of a class diagram's picture mean. Pixels of the picture. */
export class ClassPlaces {
  constructor(private readonly geometry: Geometry) {}

  /** What is at a place: boxes first, the smallest before, then lines; what is around many others comes last. */
  hits(at: Point): ReadonlyArray<Part> {
    const hits = this.geometry.parts.filter((one) => one.part !== 'title' && isAt(one, at));
    const area = ({ box }: Part) => box.width * box.height;
    const order = ['classifier', 'note', 'relationship', 'package'];
    return hits.sort((one, other) => order.indexOf(one.part) - order.indexOf(other.part) || area(one) - area(other));
  }

  /** What a relation can lead to at a place. */
  end(at: Point): Part | null {
    return this.hits(at).find(isEnd) ?? null;
  }

  endOf(id: string): Part | null {
    return this.geometry.partsOf(id).find(isEnd) ?? null;
  }

  relationship(id: string): Part | null {
    return this.geometry.partsOf(id).find((one) => one.part === 'relationship') ?? null;
  }

  /** The innermost package around a place. */
  package(at: Point): Part | null {
    return this.hits(at).find((one) => one.part === 'package') ?? null;
  }

  /** What a note can be attached to at a place. */
  noted(at: Point): Part | null {
    return this.hits(at).find((one) => one.part === 'classifier' || one.part === 'relationship') ?? null;
  }
}

function isAt({ part, box, strokes }: Part, at: Point): boolean {
  const isAround = contains(box, at, part === 'relationship' ? reach : margin);
  return isAround && (part !== 'relationship' || !strokes || isNear(strokes(), at, reach));
}

/** Whether relations can lead to a part, and from it. */
function isEnd({ part }: Part): boolean {
  return part === 'classifier' || part === 'package';
}

/** Of the picture that is shown. */
export function placesOf({ geometry }: PictureParts): ClassPlaces | null {
  const measured = geometry();
  return measured && new ClassPlaces(measured);
}
