import { texts } from '../../../texts';
import type { OutlineElement } from '../../engine/Outline';
import type { Details } from '../../picture/Details';
import { boxAroundAll, type Box } from '../../picture/Geometry';
import type { PictureParts } from '../../picture/KindClient';
import { ownWords, type Detail } from '../../session/Field';
import { commands } from './commands';
import { hasCondition } from './fragments';
import { isFragment, isStatement, type Fragment, type Statement } from './outline';
import { placesOf } from './SequencePlaces';

/** Of a field where no condition stands yet, in pixels of the picture. */
const row = { height: 18, inset: 56, indentation: 8 };

/** What statements say beside their own words: the conditions of the operands of a fragment, then the comment above. */
export const details: Details = {
  first: (element) => {
    if (!isStatement(element) || !isFragment(element)) return ownWords;
    return hasConditions(element) ? { number: 1, isNew: false } : null;
  },
  added: () => null,
  words: wordsOf,
  isLong: isComment,
  label: (element, { number }) => (isComment(element, number) ? texts.canvas.note : texts.canvas.conditionOf(number)),
  box: (parts, element, { number }) => {
    if (!isStatement(element) || number === 0) return null;
    return isComment(element, number) ? commentBox(parts, element) : conditionBox(parts, element, number);
  },
  change: (element, { number, words: before }, words) => {
    if (wordsOf(element, number) !== before) return null;
    return [isComment(element, number) ? commands.changeComment(element.id, words) : commands.changeOperand(element.id, number - 1, words.trim())];
  },
  following: (element, { number }, _, leave) => {
    const next = leave === 'next' ? number + 1 : leave === 'previous' ? number - 1 : 0;
    return number > 0 && next > 0 && next <= conditionsOf(element).length ? { number: next, isNew: false } : null;
  },
  moved: () => null,
};

/** Whether conditions can be written to the operands of a fragment. */
export function hasConditions(element: Fragment): boolean {
  return hasCondition(element.sort) && conditionsOf(element).length > 0;
}

/** The comment above a statement. */
export function commentOf(element: Statement): Detail {
  return { number: conditionsOf(element).length + 1, isNew: false };
}

function isComment(element: OutlineElement, number: number): boolean {
  return isStatement(element) && number === commentOf(element).number;
}

function wordsOf(element: OutlineElement, number: number): string | null {
  if (isComment(element, number)) return (isStatement(element) && element.comment) || '';
  return conditionsOf(element)[number - 1] ?? null;
}

function conditionsOf(element: OutlineElement): ReadonlyArray<string> {
  return (isStatement(element) && element.conditions) || [];
}

function commentBox({ geometry }: PictureParts, { id }: Statement): Box | null {
  return (
    geometry()
      ?.partsOf(id)
      .find((one) => one.part === 'comment')?.box ?? null
  );
}

function conditionBox(parts: PictureParts, fragment: Statement, number: number): Box | null {
  const places = placesOf(parts);
  const operand = places?.operand(fragment, number - 1);
  const written = operand && boxAroundAll((operand.strokes?.().texts ?? []).map(({ box }) => box));
  if (written) return written;
  const frame = places?.box(fragment.id);
  if (!frame) return null;
  const { x, y } = number > 1 && operand ? { x: frame.x + row.indentation, y: operand.box.y } : { x: frame.x + row.inset, y: frame.y };
  return { x, y, width: 0, height: row.height };
}
