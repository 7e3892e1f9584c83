import type { MenuItem } from '../../../components/MenuList';
import { texts } from '../../../texts';
import { isPinned } from '../../engine/Layout';
import type { OutlineElement } from '../../engine/Outline';
import type { PictureParts } from '../../picture/KindClient';
import type { DiagramSession } from '../../session/DiagramSession';
import { commands, type PackageShape } from './commands';
import { duplicate } from './duplicating';
import { isClassifier, isRelationship } from './outline';
import { positionOf } from './positions';
import { wrap } from './tools/PackageTool';
import { aligned, alignments, type Alignment } from '../../picture/tools/aligning';

/** What can be done with selected elements of a class diagram, beside what can be done with any. */
export function menuOf(parts: PictureParts, ids: ReadonlyArray<string>, shape: PackageShape): ReadonlyArray<MenuItem> {
  const { session, report } = parts;
  const elements = ids.flatMap((id) => session.current().outline.element(id) ?? []);
  const boxes = elements.filter((one) => !isRelationship(one)).map((one) => one.id);
  const [only] = elements.length === 1 ? elements : [];
  return [
    ...(only ? ofOne(parts, only) : []),
    ...(boxes.length > 0 ? [{ label: texts.canvas.wrapInPackage, action: () => wrap(parts, shape, boxes) }] : []),
    ...(elements.some(isClassifier) ? [{ label: texts.canvas.duplicate, shortcut: 'Ctrl+D', action: () => report(duplicate(session, ids)) }] : []),
    ...(boxes.length > 1 ? [{ label: texts.canvas.align, opensMenu: true, action: () => offerAlignments(parts, boxes) }] : []),
    { label: texts.canvas.arrangeSelection, action: () => session.arrange(ids) },
  ];
}

function ofOne({ session, report }: PictureParts, { id, role }: OutlineElement): ReadonlyArray<MenuItem> {
  if (role === 'package') return [{ label: texts.canvas.unwrapPackage, action: () => report(session.edit(commands.unwrap(id))) }];
  if (role === 'relationship') {
    const straighten = { label: texts.canvas.straighten, action: () => session.arrange([id]) };
    const isLed = isPinned(session.current().layout[id]);
    return [{ label: texts.canvas.reverse, action: () => report(session.edit(commands.reverse(id))) }, ...(isLed ? [straighten] : [])];
  }
  return [];
}

/** Brings elements into line that stand by themselves. */
export function align(session: DiagramSession, ids: ReadonlyArray<string>, alignment: Alignment): void {
  const positions = ids.flatMap((id) => {
    // A package stands where what is in it stands.
    const position = session.current().outline.element(id)?.role === 'package' ? null : positionOf(session, id);
    return position ? [[id, position] as const] : [];
  });
  session.put(aligned(Object.fromEntries(positions), alignment));
}

function offerAlignments(parts: PictureParts, ids: ReadonlyArray<string>): void {
  const { session, offer, geometry } = parts;
  const { x = 0, y = 0 } = geometry()?.partsOf(ids[0] ?? '')[0]?.box ?? {};
  offer(
    { x, y },
    alignments.map((one) => ({ label: texts.canvas.alignments[one], action: () => align(session, ids, one) })),
  );
}
