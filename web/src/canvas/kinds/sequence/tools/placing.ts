import { texts } from '../../../../texts';
import { boxAround, boxBetween, grown, outlineOf, type Point } from '../../../picture/Geometry';
import type { PictureParts } from '../../../picture/KindClient';
import type { Preview } from '../../../picture/tools/Gesture';
import { openAdded } from '../../../picture/tools/openAdded';
import { PlaceTool } from '../../../picture/tools/PlaceTool';
import { commands } from '../commands';
import { addParticipant } from '../elements';
import { commentOf } from '../details';
import { participantsOf, statementOf, type ParticipantKind, type Statement } from '../outline';
import { placesOf, type SequencePlaces } from '../SequencePlaces';
import { insertionMark } from './dropMark';
import { gap } from './ParticipantGesture';

type OnUsed = (isKept: boolean) => void;

/** Somebody new, between those beside whom it is let go. */
export function participantTool(kind: ParticipantKind, parts: PictureParts, onUsed: OnUsed): PlaceTool {
  return new PlaceTool({
    onUsed,
    ghost: (at) => {
      const places = placesOf(parts);
      const between = places && gap(places, places.columnAt(at.x));
      const line = between === null ? [] : [{ className: 'drop-line', path: `M${between} 0V10000` }];
      return [...line, { className: 'ghost', path: outlineOf(boxAround(at, 96, 36)) }];
    },
    place: (at) => {
      if (participantsOf(parts.session.current().outline).length === 0) parts.beginAt(at);
      openAdded(parts, addParticipant(parts.session, kind, placesOf(parts)?.columnAt(at.x)));
    },
    // After all others.
    placeByKey: () => openAdded(parts, addParticipant(parts.session, kind)),
  });
}

/** A note on what happens: the comment above it. */
export function noteTool(parts: PictureParts, onUsed: OnUsed): PlaceTool {
  const statementAt = (at: Point) => {
    const hit = placesOf(parts)?.hit(at);
    return hit && statementOf(parts.session.current().outline, hit.id);
  };
  return new PlaceTool({
    onUsed,
    ghost: (at) => {
      const statement = statementAt(at);
      const box = statement && placesOf(parts)?.box(statement.id);
      return box ? [{ className: 'drop-box', path: outlineOf(grown(box, 4)) }] : [];
    },
    place: (at) => writeNote(parts, statementAt(at)),
    placeByKey: () => {
      const { selected, outline } = parts.session.current();
      writeNote(parts, selected === null ? undefined : statementOf(outline, selected));
    },
  });
}

/** Opens the field for a statement's note, which it gets if it has none. */
function writeNote({ session, report, onEdit }: PictureParts, statement: Statement | undefined | null): void {
  if (!statement) return report('noteOnNothing');
  const error = statement.comment === undefined ? session.edit(commands.changeComment(statement.id, texts.canvas.newNote)) : null;
  report(error);
  session.select(statement.id);
  if (error === null) onEdit(statement.id, commentOf(statement));
}

/** A line across all lifelines, between what happens before and after. */
export function dividerTool(parts: PictureParts, onUsed: OnUsed): PlaceTool {
  return new PlaceTool({
    onUsed,
    ghost: ({ y }) => insertionMark(parts, y),
    place: ({ y }) => {
      const point = placesOf(parts)?.insertionPoint(y, null);
      if (point) openAdded(parts, parts.session.edit(commands.insertDivider(texts.canvas.newDivider, point), { selectsNew: true }));
    },
  });
}

/** Another interaction that is used at this height, over the lifeline that is nearest and the next one. */
export function referenceTool(parts: PictureParts, onUsed: OnUsed): PlaceTool {
  const covered = (places: SequencePlaces, x: number) => {
    const lifelines = [...places.named].sort((one, other) => Math.abs(one.x - x) - Math.abs(other.x - x)).slice(0, 2);
    return lifelines.sort((one, other) => one.x - other.x);
  };
  return new PlaceTool({
    onUsed,
    ghost: ({ x, y }): Preview => {
      const places = placesOf(parts);
      const lifelines = places ? covered(places, x) : [];
      const [first, last] = [lifelines[0], lifelines[lifelines.length - 1]];
      if (!first || !last) return [];
      return [
        ...insertionMark(parts, y),
        { className: 'ghost', path: outlineOf(boxBetween({ x: first.x - 40, y: y - 16 }, { x: last.x + 40, y: y + 16 })) },
      ];
    },
    place: ({ x, y }) => {
      const places = placesOf(parts);
      if (!places) return;
      const participants = covered(places, x).map((one) => one.id);
      const command = commands.insertReference(texts.canvas.newReference, participants, places.insertionPoint(y, null));
      openAdded(parts, parts.session.edit(command, { selectsNew: true }));
    },
  });
}
