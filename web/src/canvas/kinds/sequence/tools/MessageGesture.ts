import { texts } from '../../../../texts';
import type { Point } from '../../../picture/Geometry';
import type { Gesture, Preview } from '../../../picture/tools/Gesture';
import type { DiagramSession } from '../../../session/DiagramSession';
import { commands } from '../commands';
import { participantOf } from '../outline';
import type { Lifeline, SequencePlaces } from '../SequencePlaces';

/** Draws a message from the lifeline that was taken hold of to the one under the pointer. */
export class MessageGesture implements Gesture {
  readonly name = 'message';
  private end: Point | null = null;
  private to: Lifeline | null = null;

  /** @param onInserted Gets the new message's id. */
  constructor(
    private readonly session: DiagramSession,
    private readonly places: () => SequencePlaces | null,
    private readonly from: string,
    private readonly onInserted: (id: string) => void,
    private readonly report: (error: string | null) => void,
  ) {}

  move(to: Point): Preview {
    this.end = to;
    const places = this.places();
    this.to = places?.nearestLifeline(to.x) ?? null;
    const from = places?.lifelines.find((one) => one.id === this.from);
    if (!from || !this.to) return [];
    return [
      { className: 'target-line', path: `M${this.to.x} ${this.to.top}V${this.to.bottom}` },
      { className: 'message-preview', path: arrow(from.x, this.to.x, to.y, from.id === this.to.id) },
    ];
  }

  finish(): void {
    const { outline } = this.session.current();
    const sender = participantOf(outline, this.from);
    const places = this.places();
    const receiver = this.to && participantOf(outline, this.to.id);
    if (!this.end || !places || !sender || !receiver) return;
    const point = places.insertionPoint(this.end.y, this.from);
    const error = this.session.edit(commands.insertMessage('asynchCall', sender.words, receiver.words, texts.canvas.newMessage, point), {
      selectsNew: true,
    });
    if (error) return this.report(error);
    const { selected } = this.session.current();
    if (selected) this.onInserted(selected);
  }
}

function arrow(from: number, to: number, y: number, isSelf: boolean): string {
  if (isSelf) return `M${from} ${y}h36v20h-34m6 -5l-7 5l7 5`;
  const direction = to >= from ? 1 : -1;
  return `M${from} ${y}H${to - direction}m${-8 * direction} -5l${8 * direction} 5l${-8 * direction} 5`;
}
