import { outlineOf, type Box, type Point } from '../../../picture/Geometry';
import type { PictureParts } from '../../../picture/KindClient';
import { enclosing } from '../../../picture/tools/enclosing';
import type { Gesture, Preview } from '../../../picture/tools/Gesture';
import type { Modifiers } from '../../../picture/tools/Modifiers';
import type { SelectionTools } from '../../../picture/tools/PictureTools';
import { clicked } from '../../../picture/tools/selecting';
import { isCoarse } from '../../../picture/touch';
import type { MessageEnd } from '../commands';
import { commentOf, hasConditions } from '../details';
import { isFragment, isMessage, participantOf, statementOf, type Statement } from '../outline';
import { placesOf, type SequencePlaces } from '../SequencePlaces';
import { AttachGesture } from './AttachGesture';
import { HeadGesture } from './HeadGesture';
import { MessageGesture } from './MessageGesture';
import { MoveGesture } from './MoveGesture';
import { OperandGesture } from './OperandGesture';
import { ParticipantGesture } from './ParticipantGesture';

/** How near to the end of a selected message a drag takes hold of that end, in pixels of the picture. */
const reach = isCoarse ? 22 : 12;

/** What the pointer does on the picture of a sequence diagram: draws messages from lifelines, moves statements and participants, selects. */
export class SequenceTools implements SelectionTools {
  constructor(private readonly parts: PictureParts) {}

  elementAt(at: Point): string | null {
    return this.places?.hit(at)?.id ?? null;
  }

  click(at: Point, modifiers: Modifiers): void {
    clicked(this.parts.session, this.elementAt(at), modifiers);
  }

  doubleClick(at: Point): void {
    const { places } = this;
    const hit = places?.hit(at);
    if (!places || hit?.kind !== 'element') return;
    const statement = statementOf(this.parts.session.current().outline, hit.id);
    if (statement && places.isOnComment(at)) this.parts.onEdit(hit.id, commentOf(statement));
    else if (statement && isFragment(statement) && hasConditions(statement)) {
      this.parts.onEdit(hit.id, { number: places.operandAt(statement, at.y) + 1, isNew: false });
    } else this.parts.onEdit(hit.id);
  }

  grasp(at: Point): Gesture | null {
    const { session } = this.parts;
    const { places } = this;
    const hit = places?.hit(at);
    if (!hit) {
      const below = places?.lifelineAt(at);
      return below ? new MessageGesture(this.parts, below.id) : null;
    }
    if (hit.kind === 'lifeline') return new MessageGesture(this.parts, hit.id);
    const { outline } = session.current();
    const head = participantOf(outline, hit.id) && places?.head(hit.id);
    if (head) return this.headGesture(hit.id, head, at);
    const statement = statementOf(outline, hit.id);
    const end = statement && this.endAt(statement, at);
    if (statement && end) return new AttachGesture(this.parts, statement, end);
    const operand = statement && places ? places.operandLineAt(statement, at) : 0;
    if (statement && operand > 0) return new OperandGesture(this.parts, statement, operand);
    return statement ? new MoveGesture(this.parts, statement, at) : null;
  }

  enclose(at: Point, modifiers: Modifiers): Gesture {
    return enclosing(this.parts, at, modifiers);
  }

  hover(at: Point): Preview {
    // To measure a large picture takes too long for what nobody has asked for.
    if (this.parts.session.current().pieces) return [];
    const { places } = this;
    const hit = places?.hit(at);
    const below = hit ? null : places?.lifelineAt(at);
    if (below) return [{ className: 'target-line', path: `M${below.x} ${below.bottom}V${at.y}` }];
    const box = hit?.kind === 'element' ? places?.box(hit.id) : null;
    return box ? [{ className: 'hovered', path: outlineOf(box) }] : [];
  }

  private headGesture(id: string, head: Box, at: Point): Gesture {
    return new HeadGesture(head, new ParticipantGesture(this.parts, id, head, at), new MessageGesture(this.parts, id));
  }

  /** The end of a selected message that is taken hold of. */
  private endAt(statement: Statement, at: Point): MessageEnd | null {
    if (!isMessage(statement) || this.parts.session.current().selected !== statement.id || statement.sender === statement.receiver) return null;
    const near = (id: string | undefined) => this.places?.lifelines.some((one) => one.id === id && Math.abs(one.x - at.x) <= reach) === true;
    if (near(statement.receiver)) return 'receiver';
    return near(statement.sender) ? 'sender' : null;
  }

  private get places(): SequencePlaces | null {
    return placesOf(this.parts);
  }
}
