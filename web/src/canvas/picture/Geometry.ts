import { movedBy, originOf } from './originOf';
import { strokesOf, type Strokes } from './Strokes';

export type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
export type Point = { readonly x: number; readonly y: number };

/** A part of an element of the picture, as the engine names them. */
export type Part = {
  readonly id: string;
  readonly part: string;
  readonly box: Box;
  /** The lines and words in the box; measured when asked. */
  readonly strokes?: () => Strokes;
};

/** Where the elements of a picture are. Pixels of the picture, not of the screen. Measured when first asked: most pictures never are. */
export class Geometry {
  private measured: ReadonlyArray<Part> | null = null;
  private named: ReadonlyMap<string, ReadonlyArray<Part>> | null = null;

  constructor(private readonly measure: () => ReadonlyArray<Part>) {}

  /** @param picture In the page: only there has it a size. */
  static of(picture: SVGSVGElement): Geometry {
    return new Geometry(() => [...picture.querySelectorAll<SVGGElement>('g[data-id]')].map(partOf));
  }

  /** In the order in which they lie above each other. */
  get parts(): ReadonlyArray<Part> {
    this.measured ??= this.measure();
    return this.measured;
  }

  partsOf(id: string): ReadonlyArray<Part> {
    this.named ??= groupedById(this.parts);
    return this.named.get(id) ?? [];
  }
}

function groupedById(parts: ReadonlyArray<Part>): Map<string, Part[]> {
  const grouped = new Map<string, Part[]>();
  for (const part of parts) {
    const others = grouped.get(part.id);
    if (others) others.push(part);
    else grouped.set(part.id, [part]);
  }
  return grouped;
}

function partOf(group: SVGGElement): Part {
  const { x, y, width, height } = group.getBBox();
  let strokes: Strokes | null = null;
  return {
    id: group.dataset['id'] ?? '',
    part: group.dataset['part'] ?? '',
    box: movedBy({ x, y, width, height }, originOf(group)),
    strokes: () => (strokes ??= strokesOf(group)),
  };
}

/**
 * The main parts of elements, without a look at the others.
 *
 * @param isMain Which parts show an element itself, and not what it only causes.
 */
export function partsIn(picture: SVGSVGElement, ids: ReadonlyArray<string>, isMain: (part: string) => boolean): ReadonlyArray<Part> {
  return ids.flatMap((id) => {
    const groups = [...picture.querySelectorAll<SVGGElement>(`g[data-id="${CSS.escape(id)}"]`)];
    const main = groups.find((group) => isMain(group.dataset['part'] ?? ''));
    return main ? [partOf(main)] : [];
  });
}

/** The outline of a box as a path of SVG. */
export function outlineOf({ x, y, width, height }: Box): string {
  return `M${x} ${y}h${width}v${height}h${-width}z`;
}

export function grown({ x, y, width, height }: Box, by: number): Box {
  return { x: x - by, y: y - by, width: width + 2 * by, height: height + 2 * by };
}

export function contains(box: Box, point: Point, margin: number): boolean {
  return point.x >= box.x - margin && point.x <= box.x + box.width + margin && point.y >= box.y - margin && point.y <= box.y + box.height + margin;
}

/** From a place; 0 in the box. */
export function distanceToBox({ x, y }: Point, box: Box): number {
  return Math.hypot(Math.max(box.x - x, x - box.x - box.width, 0), Math.max(box.y - y, y - box.y - box.height, 0));
}

/** With two opposite corners. */
export function boxBetween(one: Point, other: Point): Box {
  return { x: Math.min(one.x, other.x), y: Math.min(one.y, other.y), width: Math.abs(one.x - other.x), height: Math.abs(one.y - other.y) };
}

export function encloses(outer: Box, inner: Box): boolean {
  return (
    inner.x >= outer.x && inner.y >= outer.y && inner.x + inner.width <= outer.x + outer.width && inner.y + inner.height <= outer.y + outer.height
  );
}

export function boxAround(middle: Point, width: number, height: number): Box {
  return { x: middle.x - width / 2, y: middle.y - height / 2, width, height };
}

/** The smallest box around all of these; null if there are none. */
export function boxAroundAll(boxes: ReadonlyArray<Box>): Box | null {
  if (boxes.length === 0) return null;
  const [left, top] = [Math.min(...boxes.map((box) => box.x)), Math.min(...boxes.map((box) => box.y))];
  const [right, bottom] = [Math.max(...boxes.map((box) => box.x + box.width)), Math.max(...boxes.map((box) => box.y + box.height))];
  return { x: left, y: top, width: right - left, height: bottom - top };
}
