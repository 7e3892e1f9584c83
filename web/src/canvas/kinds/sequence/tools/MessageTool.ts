import type { Point } from '../../../picture/Geometry';
import type { PictureParts } from '../../../picture/KindClient';
import type { Gesture, Preview } from '../../../picture/tools/Gesture';
import type { PictureTools } from '../../../picture/tools/PictureTools';
import { participantsOf, type MessageSort } from '../outline';
import { placesOf, type Lifeline } from '../SequencePlaces';
import { insertMessage, MessageGesture } from './MessageGesture';

/** Draws messages of one sort: by a drag from one lifeline to another, or by a click on each. The nearest lifeline is meant. */
export class MessageTool implements PictureTools {
  private sender: string | null = null;

  constructor(
    private readonly sort: MessageSort,
    private readonly parts: PictureParts,
    private readonly onUsed: (isKept: boolean) => void,
  ) {}

  click(at: Point): void {
    const nearest = this.nearest(at);
    if (!nearest) return;
    if (this.sender === null) this.sender = nearest.id;
    else this.insert(this.sender, nearest.id, at.y);
  }

  grasp(at: Point): Gesture | null {
    const nearest = this.nearest(at);
    if (!nearest) return null;
    const gesture = new MessageGesture(this.parts, nearest.id, this.sort);
    return {
      name: gesture.name,
      move: (to) => gesture.move(to),
      finish: () => {
        this.onUsed(false);
        gesture.finish();
      },
    };
  }

  hover(at: Point): Preview {
    const nearest = this.nearest(at);
    if (!nearest) return [];
    if (this.sender === null) return [{ className: 'target-line', path: `M${nearest.x} ${nearest.top}V${Math.max(nearest.bottom, at.y)}` }];
    return new MessageGesture(this.parts, this.sender, this.sort).move(at);
  }

  /** Takes the selected participant for the sender, and then for the receiver; the message comes after all others. */
  confirm(): void {
    const { outline, selected } = this.parts.session.current();
    const participant = participantsOf(outline).find((one) => one.id === selected);
    if (!participant) return;
    if (this.sender === null) this.sender = participant.id;
    else this.insert(this.sender, participant.id, Infinity);
  }

  private insert(sender: string, receiver: string, y: number): void {
    this.sender = null;
    this.onUsed(false);
    insertMessage(this.parts, this.sort, sender, receiver, y);
  }

  private nearest(at: Point): Lifeline | null {
    return placesOf(this.parts)?.nearestLifeline(at.x) ?? null;
  }
}
