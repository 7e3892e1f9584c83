import { texts } from '../../../../texts';
import { boxAround, grown, outlineOf, type Box, type Part, type Point } from '../../../picture/Geometry';
import type { PictureParts } from '../../../picture/KindClient';
import type { Preview } from '../../../picture/tools/Gesture';
import { noModifiers } from '../../../picture/tools/Modifiers';
import { openAdded } from '../../../picture/tools/openAdded';
import { PlaceTool } from '../../../picture/tools/PlaceTool';
import { placesOf } from '../ClassPlaces';
import { commands, type ClassifierKind } from '../commands';
import { addAt, newName } from '../creation';
import { placeOf } from '../positions';
import { Shifting } from './Shifting';

/** How large something new is about, in pixels of the picture. */
const sizes: Partial<Record<ClassifierKind | 'note', { readonly width: number; readonly height: number }>> = {
  actor: { width: 48, height: 76 },
  usecase: { width: 120, height: 52 },
  note: { width: 110, height: 36 },
};
const usualSize = { width: 96, height: 44 };

/** A class, an actor, and the like, in the package that it is let go over. */
export function classifierTool(kind: ClassifierKind, parts: PictureParts, onUsed: (isKept: boolean) => void): PlaceTool {
  return new PlaceTool({
    onUsed,
    ghost: (at) => {
      const { middle, guides } = inLine(parts, ghostOf(kind, at));
      return [...lit(placesOf(parts)?.package(at)), { className: 'ghost', path: outline(kind, ghostOf(kind, middle)) }, ...guides];
    },
    place: (at) => addAndOpen(parts, kind, inLine(parts, ghostOf(kind, at)).middle),
  });
}

/** Adds something in the package that is there, and opens the field for its name. */
export function addAndOpen(parts: PictureParts, kind: ClassifierKind, at: Point): void {
  const packageId = placesOf(parts)?.package(at)?.id ?? '';
  openAdded(parts, addAt(parts.session, [commands.addClassifier(kind, newName(parts.session, kind), packageId)], at));
}

/** Where the middle of something new comes to be, in line with others. */
function inLine({ session, grid }: PictureParts, box: Box): { readonly middle: Point; readonly guides: Preview } {
  const { origin } = session.current();
  const shifting = new Shifting(session, { '': placeOf(session, box) }, grid, origin);
  const { x = 0, y = 0 } = shifting.to(origin, noModifiers)[''] ?? {};
  return { middle: { x: x + origin.x + box.width / 2, y: y + origin.y + box.height / 2 }, guides: shifting.guides };
}

/** A note: on what it is let go over, or by itself. */
export function noteTool(parts: PictureParts, onUsed: (isKept: boolean) => void): PlaceTool {
  return new PlaceTool({
    onUsed,
    ghost: (at) => [...lit(placesOf(parts)?.noted(at)), { className: 'ghost', path: outlineOf(ghostOf('note', at)) }],
    place: (at) => {
      const element = placesOf(parts)?.noted(at);
      openAdded(parts, addAt(parts.session, [commands.addNote(texts.canvas.newNote, element?.id ?? '')], element ? null : at));
    },
  });
}

/** A frame around what something would come of, or into. */
export function lit(part: Part | null | undefined): Preview {
  return part ? [{ className: 'drop-box', path: outlineOf(grown(part.box, 4)) }] : [];
}

function outline(kind: ClassifierKind, box: Box): string {
  const { x, y, width, height } = box;
  const [a, b] = [width / 2, height / 2];
  return kind === 'usecase' ? `M${x} ${y + b}a${a} ${b} 0 1 1 ${width} 0a${a} ${b} 0 1 1 ${-width} 0z` : outlineOf(box);
}

function ghostOf(kind: ClassifierKind | 'note', at: Point): Box {
  const { width, height } = sizes[kind] ?? usualSize;
  return boxAround(at, width, height);
}
