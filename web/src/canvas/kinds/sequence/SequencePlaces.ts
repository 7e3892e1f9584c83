import type { Outline } from '../../engine/Outline';
import type { PictureParts } from '../../picture/KindClient';
import { contains, type Box, type Geometry, type Part, type Point } from '../../picture/Geometry';
import { isCoarse } from '../../picture/touch';
import { after, hasStatementsAsOperands, start, statementOf, statementsOf, type InsertionPoint, type Statement } from './outline';

/** What lies under the pointer: an element, or the lifeline of a participant. */
export type Hit = { readonly kind: 'element' | 'lifeline'; readonly id: string };

export type Lifeline = { readonly id: string; readonly x: number; readonly top: number; readonly bottom: number };

/** Thin lines are caught from this far, in pixels of the picture. */
const reach = isCoarse ? 14 : 6;

/** So far below the end of a call what its receiver does still belongs into it, in pixels of the picture. */
const soon = 26;

/** Whether a part shows an element itself, not what it only causes (executions, comments). */
export function isMainPart(part: string): boolean {
  return ['message', 'fragment', 'ref', 'divider', 'header', 'title'].includes(part);
}

/** What the places of a sequence diagram's picture mean. Pixels of the picture. */
export class SequencePlaces {
  /** Down the text. */
  readonly statements: ReadonlyArray<Statement>;

  constructor(
    private readonly geometry: Geometry,
    private readonly outline: Outline,
  ) {
    this.statements = statementsOf(outline);
  }

  box(id: string): Box | null {
    return this.geometry.partsOf(id).find((one) => isMainPart(one.part))?.box ?? null;
  }

  get lifelines(): ReadonlyArray<Lifeline> {
    return this.geometry.parts
      .filter((one) => one.part === 'lifeline')
      .map(({ id, box }) => ({ id, x: box.x + box.width / 2, top: box.y, bottom: box.y + box.height }));
  }

  get named(): ReadonlyArray<Lifeline> {
    return this.lifelines.filter((one) => this.outline.element(one.id)?.words !== '');
  }

  /** Whose lifeline, or what would go on from it downwards, a place is on. */
  lifelineAt({ x, y }: Point): Lifeline | null {
    return this.lifelines.find((one) => Math.abs(one.x - x) <= reach + 2 && y >= one.top) ?? null;
  }

  /** How many participants stand left of a place. */
  columnAt(x: number, moved: string | null = null): number {
    return this.lifelines.filter((one) => one.id !== moved && one.x < x).length;
  }

  /** Of a participant, around its name. */
  head(id: string): Box | null {
    return this.geometry.partsOf(id).find((one) => one.part === 'header')?.box ?? null;
  }

  /** Of those who have a name: the caller that no text names can't be told to do anything. */
  nearestLifeline(x: number): Lifeline | null {
    return [...this.named].sort((a, b) => Math.abs(a.x - x) - Math.abs(b.x - x))[0] ?? null;
  }

  hit(point: Point): Hit | null {
    const { parts } = this.geometry;
    const head = parts.find((one) => one.part === 'header' && contains(one.box, point, 0));
    if (head) return { kind: 'element', id: head.id };
    // The words of a message may reach to the line of the one above.
    const fromLine = ({ box }: Part) => (contains(box, point, 0) ? 0 : Math.abs(box.y + box.height - point.y));
    const [message] = parts
      .filter((one) => one.part === 'message' && contains(one.box, point, reach))
      .sort((one, other) => fromLine(one) - fromLine(other));
    // The line above an operand is often near to the last message before it.
    const line = parts.find((one) => one.part === 'operand' && isOnUpperLine(one.box, point));
    if (line && (!message || Math.abs(line.box.y - point.y) < fromLine(message))) return { kind: 'element', id: line.id };
    if (message) return { kind: 'element', id: message.id };
    for (const part of ['ref', 'divider', 'comment', 'title']) {
      const found = parts.filter((one) => one.part === part && contains(one.box, point, 0)).pop();
      if (found) return { kind: 'element', id: found.id };
    }
    const execution = parts.filter((one) => one.part === 'execution' && contains(one.box, point, 1)).pop();
    const call = execution && statementOf(this.outline, execution.id);
    if (call?.receiver !== undefined) return { kind: 'lifeline', id: call.receiver };
    const fragment = parts.filter((one) => one.part === 'fragment' && isOnFrame(one.box, point)).pop();
    if (fragment) return { kind: 'element', id: fragment.id };
    const operand = parts.filter((one) => one.part === 'operand' && contains(one.box, point, 2)).pop();
    if (operand && operand.box.width > 0) return { kind: 'element', id: operand.id };
    const lifeline = this.lifelines.find((one) => Math.abs(one.x - point.x) <= reach + 2 && point.y >= one.top && point.y <= one.bottom);
    return lifeline ? { kind: 'lifeline', id: lifeline.id } : null;
  }

  /** The bar of a call's execution. */
  bar(id: string): Box | null {
    return this.geometry.partsOf(id).find((one) => one.part === 'execution')?.box ?? null;
  }

  isOnComment(point: Point): boolean {
    return this.geometry.parts.some((one) => one.part === 'comment' && contains(one.box, point, 0));
  }

  /** The height at which a statement begins to happen; null when it is not in the picture. */
  top(statement: Statement): number | null {
    const box = this.box(statement.id);
    if (!box) return null;
    return statement.receiver === undefined ? (statement.sort === 'divider' ? box.y + box.height / 2 : box.y) : box.y + box.height;
  }

  /** The height at which a statement has ended, with everything in it. */
  bottom(statement: Statement): number {
    const own = this.geometry.partsOf(statement.id).filter((one) => ['execution', 'fragment', 'ref'].includes(one.part));
    return Math.max(this.top(statement) ?? 0, ...own.map((one) => one.box.y + one.box.height));
  }

  /**
   * The place in the text for what happens at a height of the picture.
   *
   * @param sender Who acts: a message of the receiver of a call belongs into the call.
   * @param moved Statements that are on their way there, and don't count with what is in them.
   */
  insertionPoint(y: number, sender: string | null, moved: ReadonlyArray<Statement> = []): InsertionPoint {
    const isMoved = (one: Statement) => moved.some(({ start, end }) => one.start >= start && one.end <= end);
    const before = this.statements.filter((one) => !isMoved(one) && (this.top(one) ?? Infinity) <= y);
    const last = before[before.length - 1];
    if (!last) return start;
    if (y < this.bottom(last)) {
      if (last.receiver === undefined && (last.blocks ?? 0) > 0) return this.inside(last, y);
      const hasChildren = this.statements.some((one) => one.owner === last.id);
      if ((last.blocks ?? 0) > 0 && (hasChildren || sender === last.receiver)) return { place: 'block', owner: last.id, operand: 0, index: 0 };
    }
    return this.outwards(last, y, sender);
  }

  /** Out of what has ended above, and on to the operand that the height is in. */
  private outwards(last: Statement, y: number, sender: string | null): InsertionPoint {
    let current = last;
    for (;;) {
      const owner = statementOf(this.outline, current.owner);
      if (!owner) return after(current);
      // Who acts soon after the end of a call to them goes on with it.
      const tolerance = owner.receiver !== undefined && owner.receiver === sender ? soon : 0;
      if (y <= this.bottom(owner) + tolerance) {
        const operand = this.operandAt(owner, y);
        return current.place === 'operand' && operand > current.operand ? { place: 'operand', owner: owner.id, operand, index: 0 } : after(current);
      }
      current = owner;
    }
  }

  private inside(fragment: Statement, y: number): InsertionPoint {
    return hasStatementsAsOperands(fragment)
      ? { place: 'block', owner: fragment.id, operand: 0, index: 0 }
      : { place: 'operand', owner: fragment.id, operand: this.operandAt(fragment, y), index: 0 };
  }

  private operands(fragment: Statement): ReadonlyArray<Part> {
    return this.geometry.partsOf(fragment.id).filter((one) => one.part === 'operand');
  }

  /** The part of an operand, if it is in the page. */
  operand(fragment: Statement, number: number): Part | null {
    const operands = this.operands(fragment);
    return operands[number - this.firstOperand(fragment, operands)] ?? null;
  }

  /** The number of the operand whose upper line, or the condition at it, is at a place; 0 for none. Those of `par` are statements. */
  operandLineAt(fragment: Statement, point: Point): number {
    if (hasStatementsAsOperands(fragment)) return 0;
    const operands = this.operands(fragment);
    const index = operands.findIndex(({ box }) => box.width > 0 && contains(box, point, 2));
    return index < 0 ? 0 : this.firstOperand(fragment, operands) + index;
  }

  /** The number of the operand that is at a height. */
  operandAt(fragment: Statement, y: number): number {
    const operands = this.operands(fragment);
    const first = this.firstOperand(fragment, operands);
    let found = Math.max(first - 1, 0);
    operands.forEach((operand, index) => {
      if (first + index > 0 && operand.box.y <= y) found = first + index;
    });
    return found;
  }

  /** The number of the first operand that is in the page: of a large picture those above may be missing. Told by what stands in them. */
  private firstOperand(fragment: Statement, operands: ReadonlyArray<Part>): number {
    if (operands.length === (fragment.blocks ?? 0)) return 0;
    const inside = this.statements.filter((one) => one.owner === fragment.id);
    for (const [index, operand] of operands.entries()) {
      const end = operands[index + 1]?.box.y ?? Infinity;
      const known = inside.find((one) => isBetween(this.top(one), operand.box.y, end));
      if (known) return known.operand - index;
    }
    const last = inside.filter((one) => this.top(one) !== null).pop();
    return last ? last.operand + 1 : 0;
  }
}

function isBetween(height: number | null, top: number, bottom: number): boolean {
  return height !== null && height >= top && height < bottom;
}

function isOnUpperLine({ x, y, width }: Box, point: Point): boolean {
  return width > 0 && Math.abs(point.y - y) <= 4 && point.x >= x && point.x <= x + width;
}

/** On the border of a frame, or on the pentagon in its corner. */
function isOnFrame(box: Box, point: Point): boolean {
  if (!contains(box, point, reach)) return false;
  const isInside = point.x > box.x + reach && point.x < box.x + box.width - reach && point.y > box.y + reach && point.y < box.y + box.height - reach;
  return !isInside || (point.x < box.x + 48 && point.y < box.y + 24);
}

/** Of the picture that is shown: the wheel may bring another part of it into the page while something is dragged. */
export function placesOf({ geometry, session }: PictureParts): SequencePlaces | null {
  const measured = geometry();
  return measured && new SequencePlaces(measured, session.current().outline);
}
