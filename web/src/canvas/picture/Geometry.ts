export type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
export type Point = { readonly x: number; readonly y: number };

/** A part of an element of the picture, as the engine names them. */
export type Part = { readonly id: string; readonly part: string; readonly box: Box };

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
  return { id: group.dataset['id'] ?? '', part: group.dataset['part'] ?? '', box: { x, y, width, height } };
}

/**
 * The box of one element, without a look at the others.
 *
 * @param isMain Which parts show the element itself, and not what it only causes.
 */
export function boxIn(picture: SVGSVGElement, id: string, isMain: (part: string) => boolean): Box | null {
  const groups = [...picture.querySelectorAll<SVGGElement>(`g[data-id="${CSS.escape(id)}"]`)];
  const main = groups.find((group) => isMain(group.dataset['part'] ?? ''));
  return main ? partOf(main).box : null;
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
