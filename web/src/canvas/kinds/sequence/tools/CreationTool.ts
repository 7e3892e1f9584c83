import { outlineOf, type Point } from '../../../picture/Geometry';
import type { PictureParts } from '../../../picture/KindClient';
import type { Command } from '../../../engine/Command';
import { refused, type Gesture, type Preview } from '../../../picture/tools/Gesture';
import type { PictureTools } from '../../../picture/tools/PictureTools';
import { commands } from '../commands';
import { newName } from '../elements';
import { participantOf, participantsOf, start } from '../outline';
import { placesOf, type Lifeline } from '../SequencePlaces';
import { arrow } from './arrow';

/** Draws a message that creates somebody: by a drag from the creator's lifeline, or a click on it. The field for the new name opens. */
export class CreationTool implements PictureTools {
  constructor(
    private readonly parts: PictureParts,
    private readonly onUsed: (isKept: boolean) => void,
  ) {}

  click(at: Point): void {
    const creator = this.nearest(at);
    if (creator) this.create(creator.id, at.y);
  }

  grasp(at: Point): Gesture | null {
    const creator = this.nearest(at);
    if (!creator) return null;
    let y = at.y;
    return {
      name: 'message',
      move: (to) => {
        y = to.y;
        const x = Math.max(to.x, creator.x + 40);
        const refusal = this.refusal(creator.id, y);
        if (refusal !== null) return [refused(refusal, to)];
        return [
          { className: 'message-preview', path: arrow(creator.x, x, y, false) },
          { className: 'ghost', path: outlineOf({ x, y: y - 18, width: 96, height: 36 }) },
        ];
      },
      finish: () => this.create(creator.id, y),
    };
  }

  hover(at: Point): Preview {
    const creator = this.nearest(at);
    return creator ? [{ className: 'target-line', path: `M${creator.x} ${creator.top}V${Math.max(creator.bottom, at.y)}` }] : [];
  }

  /** The selected participant creates somebody, after all else that happens. */
  confirm(): void {
    const { outline, selected } = this.parts.session.current();
    if (participantsOf(outline).some((one) => one.id === selected) && selected !== null) this.create(selected, Infinity);
  }

  private create(creator: string, y: number): void {
    this.onUsed(false);
    const { session, report, onEdit } = this.parts;
    const name = newName(session, 'participant');
    const error = session.edit(this.creation(creator, y));
    if (error !== null) return report(reasonOf(error));
    const created = participantsOf(session.current().outline).find((one) => one.words === name);
    session.select(created?.id ?? null);
    if (created) onEdit(created.id);
  }

  /** Why somebody can't create anybody at a height; null when they can. */
  private refusal(creator: string, y: number): string | null {
    return reasonOf(this.parts.session.refusal(this.creation(creator, y)));
  }

  private creation(creator: string, y: number): Command {
    const { session } = this.parts;
    const sender = participantOf(session.current().outline, creator)?.words ?? '';
    const point = placesOf(this.parts)?.insertionPoint(y, creator) ?? start;
    return commands.insertMessage('createMessage', sender, newName(session, 'participant'), '', point);
  }

  private nearest(at: Point): Lifeline | null {
    return placesOf(this.parts)?.nearestLifeline(at.x) ?? null;
  }
}

/** Who doesn't act can't create anybody: then somebody else would be the creator. */
function reasonOf(error: string | null): string | null {
  return error === 'changesMore' ? 'creatorDoesNotAct' : error;
}
