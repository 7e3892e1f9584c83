import { texts } from '../../../texts';
import type { OutlineElement } from '../../engine/Outline';
import type { Details, Leave } from '../../picture/Details';
import { boxAroundAll, type Box, type Part, type Point } from '../../picture/Geometry';
import type { PictureParts } from '../../picture/KindClient';
import { ownWords, type Detail, type Field } from '../../session/Field';
import { placesOf } from './ClassPlaces';
import { commands } from './commands';
import { endPointsOf } from './handles';
import { hasFeatures, isClassifier, isPackage, isRelationship, type ClassifierElement } from './outline';

/** Of the field for a member that is not there yet, in pixels of the picture. */
const rowHeight = 18;
const inset = 11;
/** How far from the end of a line what stands there is opened by a double click, in pixels of the picture. */
const endReach = 26;

/** What classes and relations say beside their names: members, and what stands at the ends. */
export const details: Details = {
  first: () => ownWords,
  added: (element) => (isClassifier(element) && hasFeatures(element) ? newMember(element) : null),
  words: (element, number) => wordsOf(element)[number - 1] ?? null,
  isLong: () => false,
  label,
  box: (parts, element, detail) => {
    const places = placesOf(parts);
    if (!places) return null;
    if (detail.number === 0) return isPackage(element) ? titleBox(parts, element.id) : null;
    if (!isRelationship(element)) return featureBox(places.endOf(element.id), detail);
    const line = places.relationship(element.id);
    return line && (textBox(line, detail.number) ?? endBox(line, places.endOf(element.first), places.endOf(element.second), detail.number));
  },
  change,
  following,
  moved: (element, { number, isNew }, step) => {
    const target = number - 1 + step;
    if (!isClassifier(element) || isNew || number === 0 || target < 0 || target >= element.features.length) return null;
    return { command: commands.moveFeature(element.id, number - 1, target), detail: { number: target + 1, isNew: false } };
  },
};

/** The words of an element that are at a place of the picture. */
export function detailAt(element: OutlineElement | undefined, part: Part, ends: ReadonlyArray<Part | null>, at: Point): Detail {
  const texts = part.strokes?.().texts ?? [];
  const touched = texts.find(({ box }) => at.y >= box.y && at.y < box.y + box.height && (!isRelation(part) || isBeside(box, at)));
  if (touched || !isRelation(part) || !element) return { number: touched?.detail ?? 0, isNew: false };
  const [first, second] = endPointsOf(part, ends[0] ?? null, ends[1] ?? null);
  if (!first || !second) return ownWords;
  const reach = Math.min(endReach, distance(first, second) / 3);
  const near = [first, second].findIndex((end) => distance(end, at) <= reach);
  return { number: near + 1, isNew: false };
}

function distance(one: Point, other: Point): number {
  return Math.hypot(one.x - other.x, one.y - other.y);
}

function isRelation({ part }: Part): boolean {
  return part === 'relationship';
}

function isBeside(box: Box, at: Point): boolean {
  return at.x >= box.x && at.x <= box.x + box.width;
}

function wordsOf(element: OutlineElement): ReadonlyArray<string> {
  if (isClassifier(element)) return element.features;
  return isRelationship(element) ? [element.firstWords, element.secondWords] : [];
}

function label(element: OutlineElement, { number, isNew }: Detail): string {
  if (isNew) return texts.canvas.newMember;
  return isClassifier(element) ? texts.canvas.member(number) : texts.canvas.endText;
}

/** Lines that are pasted, or come with a member, are members of their own. */
function change(element: OutlineElement, { number, isNew, words: before }: Field, words: string) {
  if (!isNew && wordsOf(element)[number - 1] !== before) return null;
  const { id } = element;
  if (isRelationship(element)) return [commands.changeEnd(id, number === 1 ? 'first' : 'second', words)];
  const lines = linesOf(words);
  const added = isNew ? lines : lines.slice(1);
  const from = isNew ? number - 1 : number;
  const inserted = added.map((line, index) => commands.insertFeature(id, from + index, line));
  if (isNew) return inserted;
  const [first] = lines;
  return [first === undefined ? commands.removeFeature(id, number - 1) : commands.changeFeature(id, number - 1, first), ...inserted];
}

function linesOf(words: string): ReadonlyArray<string> {
  return words
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
}

/** After a new member Enter goes on with the next one; who leaves an empty one is done. */
function following(element: OutlineElement, left: Field, words: string, leave: Leave): Detail | null {
  if (isRelationship(element)) return beside(left.number, 2, leave);
  if (!isClassifier(element) || !hasFeatures(element)) return null;
  const count = element.features.length;
  if (left.number === 0) return leave === 'next' ? firstMember(element) : null;
  const lines = linesOf(words).length;
  if (leave === 'more' || (leave === 'enter' && left.isNew)) return lines > 0 ? { number: left.number + lines, isNew: true } : null;
  if (leave === 'enter') return null;
  if (leave === 'previous') return { number: Math.min(left.number - 1, count), isNew: false };
  const next = left.number + lines;
  return next <= count ? { number: next, isNew: false } : lines > 0 ? { number: next, isNew: true } : null;
}

function beside(number: number, last: number, leave: Leave): Detail | null {
  const next = leave === 'next' ? number + 1 : leave === 'previous' ? number - 1 : -1;
  return next < 0 || next > last ? null : { number: next, isNew: false };
}

function firstMember({ features }: ClassifierElement): Detail {
  return { number: 1, isNew: features.length === 0 };
}

/** A new member at the end. */
function newMember({ features }: ClassifierElement): Detail {
  return { number: features.length + 1, isNew: true };
}

/** As wide as the box has room, so that all members have their fields one below the other. */
function featureBox(part: Part | null, { number, isNew }: Detail): Box | null {
  if (!part) return null;
  const { x, y, width, height } = part.box;
  const row = { x: x + inset, width: width - 2 * inset };
  const text = isNew ? null : textBox(part, number);
  if (text) return { ...text, ...row };
  const above = number > 1 ? textBox(part, number - 1) : null;
  return { ...row, y: above ? above.y + above.height + 3 : y + height, height: rowHeight };
}

/** Where the name of a package stands. */
function titleBox({ geometry }: PictureParts, id: string): Box | null {
  const written =
    geometry()
      ?.partsOf(id)
      .flatMap((one) => one.strokes?.().texts ?? []) ?? [];
  return boxAroundAll(written.map((one) => one.box));
}

/** Around all lines of a detail. */
function textBox({ strokes }: Part, number: number): Box | null {
  return boxAroundAll((strokes?.().texts ?? []).flatMap((one) => (one.detail === number ? [one.box] : [])));
}

/** Beside the end of a line where nothing stands yet. */
function endBox(line: Part, first: Part | null, second: Part | null, number: number): Box | null {
  const end = endPointsOf(line, first, second)[number - 1];
  return end ? { x: end.x, y: end.y - rowHeight / 2, width: 0, height: rowHeight } : null;
}
