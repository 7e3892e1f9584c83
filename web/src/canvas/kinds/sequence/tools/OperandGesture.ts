import { grown, outlineOf, type Box, type Point } from '../../../picture/Geometry';
import type { PictureParts } from '../../../picture/KindClient';
import type { Gesture, Preview } from '../../../picture/tools/Gesture';
import { forElement } from '../../../session/editAll';
import { commands } from '../commands';
import type { Statement } from '../outline';
import { placesOf, type SequencePlaces } from '../SequencePlaces';
import { moves } from './moves';

/** How far out of its fragment the line of an operand has to be dragged to be gone, in pixels of the picture. */
const beyond = 24;

/** Drags the line between two operands of a fragment: what it passes comes to stand in the other one. Dragged out of the fragment, it is gone. */
export class OperandGesture implements Gesture {
  readonly name = 'move';
  private y: number | null = null;

  /** @param operand The number of the operand below the line. */
  constructor(
    private readonly parts: PictureParts,
    private readonly fragment: Statement,
    private readonly operand: number,
  ) {}

  move({ y }: Point): Preview {
    this.y = y;
    const places = placesOf(this.parts);
    const frame = places?.box(this.fragment.id);
    if (!places || !frame) return [];
    if (isOut(frame, y)) return [{ className: 'drop-gone', path: `M${frame.x} ${y}h${frame.width}` }];
    const moving = this.moving(places, y);
    const passed = [...moving.up, ...moving.down].flatMap((one) => places.box(one.id) ?? []);
    return [
      { className: 'drop-line', path: `M${frame.x} ${y}h${frame.width}` },
      { className: 'drop-box', path: passed.map((box) => outlineOf(grown(box, 2))).join('') },
    ];
  }

  finish(): void {
    const places = placesOf(this.parts);
    const frame = places?.box(this.fragment.id);
    if (this.y === null || !places || !frame) return;
    const { session, report } = this.parts;
    const { id } = this.fragment;
    const [above, below] = [this.statementsIn(places, this.operand - 1), this.statementsIn(places, this.operand)];
    const end = { place: 'operand', owner: id, operand: this.operand - 1, index: above.length } as const;
    if (isOut(frame, this.y)) {
      report(session.edit([...moves(below, end), forElement(id, (now) => commands.removeOperand(now, this.operand))]));
      return;
    }
    const { up, down } = this.moving(places, this.y);
    const steps = [...moves(up, end), ...moves(down, { ...end, operand: this.operand, index: 0 })];
    if (steps.length > 0) report(session.edit(steps));
  }

  /** What the line has passed: what comes into the operand above it, and what into that below. */
  private moving(places: SequencePlaces, y: number): { readonly up: ReadonlyArray<Statement>; readonly down: ReadonlyArray<Statement> } {
    return {
      up: this.statementsIn(places, this.operand).filter((one) => (places.top(one) ?? y) < y),
      down: this.statementsIn(places, this.operand - 1).filter((one) => (places.top(one) ?? y) > y),
    };
  }

  private statementsIn({ statements }: SequencePlaces, operand: number): ReadonlyArray<Statement> {
    return statements.filter((one) => one.place === 'operand' && one.owner === this.fragment.id && one.operand === operand);
  }
}

function isOut({ y, height }: Box, at: number): boolean {
  return at < y - beyond || at > y + height + beyond;
}
