import type { Point } from '../../../picture/Geometry';
import type { PictureParts } from '../../../picture/KindClient';
import type { Gesture, Preview } from '../../../picture/tools/Gesture';
import { commands, type MessageEnd } from '../commands';
import type { Statement } from '../outline';
import { placesOf, type Lifeline } from '../SequencePlaces';
import { arrow } from './arrow';

/** Leads the end of a message to another lifeline. */
export class AttachGesture implements Gesture {
  readonly name = 'message';
  private to: Lifeline | null = null;

  constructor(
    private readonly parts: PictureParts,
    private readonly message: Statement,
    private readonly end: MessageEnd,
  ) {}

  move(to: Point): Preview {
    const places = placesOf(this.parts);
    this.to = places?.nearestLifeline(to.x) ?? null;
    const kept = places?.lifelines.find((one) => one.id === (this.end === 'sender' ? this.message.receiver : this.message.sender));
    const y = places?.top(this.message);
    if (!this.to || !kept || y === undefined || y === null) return [];
    const [from, target] = this.end === 'sender' ? [this.to, kept] : [kept, this.to];
    return [
      { className: 'target-line', path: `M${this.to.x} ${this.to.top}V${this.to.bottom}` },
      { className: 'message-preview', path: arrow(from.x, target.x, y, from.id === target.id) },
    ];
  }

  finish(): void {
    const { session, report } = this.parts;
    if (this.to) report(session.edit(commands.attach(this.message.id, this.end, this.to.id)));
  }
}
