import { texts } from '../../../texts';
import type { OutlineElement } from '../../engine/Outline';
import type { Details } from '../../picture/Details';
import { boxAroundAll, type Box } from '../../picture/Geometry';
import type { PictureParts } from '../../picture/KindClient';
import { ownWords } from '../../session/Field';
import { commands } from './commands';
import { hasCondition } from './fragments';
import { isFragment, isStatement, type FragmentKind, type Statement } from './outline';
import { placesOf } from './SequencePlaces';

/** Of a field where no condition stands yet, in pixels of the picture. */
const row = { height: 18, inset: 56, indentation: 8 };

/** What fragments say: the condition of each operand. */
export const details: Details = {
  first: (element) => {
    if (!isStatement(element) || !isFragment(element)) return ownWords;
    return hasConditions(element) ? { number: 1, isNew: false } : null;
  },
  added: () => null,
  words: (element, number) => conditionsOf(element)[number - 1] ?? null,
  label: (_, { number }) => texts.canvas.conditionOf(number),
  box: (parts, element, { number }) => (isStatement(element) && number > 0 ? conditionBox(parts, element, number) : null),
  change: (element, { number, words: before }, words) =>
    conditionsOf(element)[number - 1] === before ? [commands.changeOperand(element.id, number - 1, words.trim())] : null,
  following: (element, { number }, _, leave) => {
    const next = leave === 'next' ? number + 1 : leave === 'previous' ? number - 1 : 0;
    return number > 0 && next > 0 && next <= conditionsOf(element).length ? { number: next, isNew: false } : null;
  },
  moved: () => null,
};

/** Whether conditions can be written to the operands of a fragment. */
export function hasConditions(element: Statement & { readonly sort: FragmentKind }): boolean {
  return hasCondition(element.sort) && conditionsOf(element).length > 0;
}

function conditionsOf(element: OutlineElement): ReadonlyArray<string> {
  return (isStatement(element) && element.conditions) || [];
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
