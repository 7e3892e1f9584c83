import { texts } from '../../../../texts';
import type { Point } from '../../../picture/Geometry';
import type { PictureParts } from '../../../picture/KindClient';
import type { Gesture, Preview } from '../../../picture/tools/Gesture';
import { openAdded } from '../../../picture/tools/openAdded';
import { commands } from '../commands';
import { participantOf, type MessageSort } from '../outline';
import { placesOf, type Lifeline } from '../SequencePlaces';
import { arrow } from './arrow';
import { joinedBar } from './dropMark';

/** Draws a message from the lifeline that was taken hold of to the one under the pointer. */
export class MessageGesture implements Gesture {
  readonly name = 'message';
  private end: Point | null = null;
  private to: Lifeline | null = null;

  constructor(
    private readonly parts: PictureParts,
    private readonly from: string,
    private readonly sort: MessageSort = 'asynchCall',
  ) {}

  move(to: Point): Preview {
    this.end = to;
    const places = placesOf(this.parts);
    this.to = places?.nearestLifeline(to.x) ?? null;
    const from = places?.lifelines.find((one) => one.id === this.from);
    if (!from || !this.to) return [];
    const bottom = Math.max(this.to.bottom, to.y);
    return [
      ...(places ? joinedBar(places, places.insertionPoint(to.y, this.from)) : []),
      { className: 'target-line', path: `M${this.to.x} ${this.to.top}V${bottom}M${from.x} ${from.bottom}V${Math.max(from.bottom, to.y)}` },
      { className: 'message-preview', path: arrow(from.x, this.to.x, to.y, from.id === this.to.id) },
    ];
  }

  finish(): void {
    if (this.end && this.to) insertMessage(this.parts, this.sort, this.from, this.to.id, this.end.y);
  }
}

/** Inserts a message at a height of the picture, and opens the field for its words. */
export function insertMessage(parts: PictureParts, sort: MessageSort, from: string, to: string, y: number): void {
  const { session } = parts;
  const { outline } = session.current();
  const places = placesOf(parts);
  const [sender, receiver] = [participantOf(outline, from), participantOf(outline, to)];
  if (!places || !sender || !receiver) return;
  const point = places.insertionPoint(y, from);
  openAdded(parts, session.edit(commands.insertMessage(sort, sender.words, receiver.words, texts.canvas.newMessage, point), { selectsNew: true }));
}
