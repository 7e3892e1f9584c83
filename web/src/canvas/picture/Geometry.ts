import type { Statement, Outline, InsertionPoint } from '../kinds/sequence/outline';
import { after, statementOf } from '../kinds/sequence/outline';

export type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
export type Point = { readonly x: number; readonly y: number };

/** A part of an element of the picture, as the engine names them. */
type Part = { readonly id: string; readonly part: string; readonly box: Box };

/** What lies under the pointer: an element, or the lifeline of a participant. */
export type Hit = { readonly kind: 'element'; readonly id: string } | { readonly kind: 'lifeline'; readonly participant: number };

/** Thin lines are caught from this far, in pixels of the picture. */
const reach = 6;

/** The parts that show an element itself, not what it only causes (executions, comments). */
const mainParts = ['message', 'fragment', 'ref', 'divider', 'header', 'title'];

/** Where the elements of a picture are. Pixels of the picture, not of the screen. Measured when first asked: most pictures never are. */
export class Geometry {
  private measured: ReadonlyArray<Part> | null = null;

  constructor(private readonly measure: () => ReadonlyArray<Part>) {}

  /** @param picture In the page: only there has it a size. */
  static of(picture: SVGSVGElement): Geometry {
    return new Geometry(() => [...picture.querySelectorAll<SVGGElement>('g[data-id]')].map(partOf));
  }

  private get parts(): ReadonlyArray<Part> {
    this.measured ??= this.measure();
    return this.measured;
  }

  box(id: string): Box | null {
    return this.parts.find((one) => one.id === id && mainParts.includes(one.part))?.box ?? null;
  }

  /** The middle of each lifeline, by participant. */
  get lifelines(): ReadonlyArray<{ readonly participant: number; readonly x: number; readonly top: number; readonly bottom: number }> {
    return this.parts
      .filter((one) => one.part === 'lifeline')
      .map(({ id, box }) => ({ participant: Number(id.slice(1)), x: box.x + box.width / 2, top: box.y, bottom: box.y + box.height }));
  }

  nearestLifeline(x: number): { readonly participant: number; readonly x: number } | null {
    return [...this.lifelines].sort((a, b) => Math.abs(a.x - x) - Math.abs(b.x - x))[0] ?? null;
  }

  hit(point: Point, outline: Outline): Hit | null {
    const order = ['header', 'message', 'ref', 'divider', 'comment', 'title'];
    for (const part of order) {
      const found = this.parts.filter((one) => one.part === part && contains(one.box, point, part === 'message' ? reach : 0)).pop();
      if (found) return { kind: 'element', id: found.id };
    }
    const execution = this.parts.filter((one) => one.part === 'execution' && contains(one.box, point, 1)).pop();
    const call = execution && statementOf(outline, execution.id);
    if (call?.receiver !== undefined) return { kind: 'lifeline', participant: call.receiver };
    const fragment = this.parts.filter((one) => one.part === 'fragment' && isOnFrame(one.box, point)).pop();
    if (fragment) return { kind: 'element', id: fragment.id };
    const operand = this.parts.filter((one) => one.part === 'operand' && contains(one.box, point, 2)).pop();
    if (operand && operand.box.width > 0) return { kind: 'element', id: operand.id };
    const line = this.lifelines.find((one) => Math.abs(one.x - point.x) <= reach + 2 && point.y >= one.top && point.y <= one.bottom);
    return line ? { kind: 'lifeline', participant: line.participant } : null;
  }

  /** The height at which a statement begins to happen; null when it is not in the picture. */
  top(statement: Statement): number | null {
    const box = this.box(`s${statement.id}`);
    if (!box) return null;
    return statement.receiver === undefined ? (statement.sort === 'divider' ? box.y + box.height / 2 : box.y) : box.y + box.height;
  }

  /** The height at which a statement has ended, with everything in it. */
  bottom(statement: Statement): number {
    const own = this.parts.filter(
      (one) => one.id === `s${statement.id}` && (one.part === 'execution' || one.part === 'fragment' || one.part === 'ref'),
    );
    return Math.max(this.top(statement) ?? 0, ...own.map((one) => one.box.y + one.box.height));
  }

  /**
   * The place in the text for what happens at a height of the picture.
   *
   * @param sender Who acts: a message of the receiver of a call belongs into the call.
   * @param moved A statement that is on its way there, and doesn't count with what is in it.
   */
  insertionPoint(y: number, outline: Outline, sender: number | null, moved: Statement | null = null): InsertionPoint {
    const isMoved = (one: Statement) => moved !== null && one.start >= moved.start && one.end <= moved.end;
    const before = outline.statements.filter((one) => !isMoved(one) && (this.top(one) ?? Infinity) <= y);
    const last = before[before.length - 1];
    if (!last) return { place: 0, owner: -1, operand: 0, index: 0 };
    if (y < this.bottom(last)) {
      if (last.receiver === undefined && (last.blocks ?? 0) > 0) return this.inside(last, y);
      const hasChildren = outline.statements.some((one) => one.owner === last.id);
      if ((last.blocks ?? 0) > 0 && (hasChildren || sender === last.receiver)) return { place: 1, owner: last.id, operand: 0, index: 0 };
    }
    return this.outwards(last, y, outline, sender);
  }

  /** Out of what has ended above, and on to the operand that the height is in. */
  private outwards(last: Statement, y: number, outline: Outline, sender: number | null): InsertionPoint {
    let current = last;
    for (;;) {
      const owner = outline.statements.find((one) => one.id === current.owner);
      if (!owner) return after(current);
      // Who acts right below the end of a call to them goes on with it.
      const tolerance = owner.receiver !== undefined && owner.receiver === sender ? reach + 2 : 0;
      if (y <= this.bottom(owner) + tolerance) {
        const operand = this.operandAt(owner, y);
        return current.place === 2 && operand > current.operand ? { place: 2, owner: owner.id, operand, index: 0 } : after(current);
      }
      current = owner;
    }
  }

  private inside(fragment: Statement, y: number): InsertionPoint {
    const isOfStatements = ['par', 'strict', 'seq'].includes(fragment.sort);
    return isOfStatements
      ? { place: 1, owner: fragment.id, operand: 0, index: 0 }
      : { place: 2, owner: fragment.id, operand: this.operandAt(fragment, y), index: 0 };
  }

  private operandAt(fragment: Statement, y: number): number {
    const operands = this.parts.filter((one) => one.part === 'operand' && one.id === `s${fragment.id}`);
    let found = 0;
    operands.forEach((operand, index) => {
      if (index > 0 && operand.box.height >= 0 && operand.box.y <= y) found = index;
    });
    return found;
  }
}

function partOf(group: SVGGElement): Part {
  const { x, y, width, height } = group.getBBox();
  return { id: group.dataset['id'] ?? '', part: group.dataset['part'] ?? '', box: { x, y, width, height } };
}

/** The box of one element, without a look at the others. */
export function boxIn(picture: SVGSVGElement, id: string): Box | null {
  const groups = [...picture.querySelectorAll<SVGGElement>(`g[data-id="${CSS.escape(id)}"]`)];
  const main = groups.find((group) => mainParts.includes(group.dataset['part'] ?? ''));
  return main ? partOf(main).box : null;
}

function contains(box: Box, point: Point, margin: number): boolean {
  return point.x >= box.x - margin && point.x <= box.x + box.width + margin && point.y >= box.y - margin && point.y <= box.y + box.height + margin;
}

/** On the border of a frame, or on the pentagon in its corner. */
function isOnFrame(box: Box, point: Point): boolean {
  if (!contains(box, point, reach)) return false;
  const isInside = point.x > box.x + reach && point.x < box.x + box.width - reach && point.y > box.y + reach && point.y < box.y + box.height - reach;
  return !isInside || (point.x < box.x + 48 && point.y < box.y + 24);
}

/** Width and height that the engine has written into the picture. */
export function sizeOf(picture: string): { width: number; height: number } {
  const found = /width="([\d.]+)" height="([\d.]+)"/.exec(picture);
  return { width: Number(found?.[1] ?? 0), height: Number(found?.[2] ?? 0) };
}
