import type { MenuItem } from '../../../components/MenuList';
import { texts } from '../../../texts';
import type { OutlineElement } from '../../engine/Outline';
import type { PictureParts } from '../../picture/KindClient';
import type { DiagramSession } from '../../session/DiagramSession';
import { forElement } from '../../session/editAll';
import { commands, type PackageShape } from './commands';
import { isClassifier, isRelationship } from './outline';
import { wrap } from './tools/PackageTool';

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
    { label: texts.canvas.arrangeSelection, action: () => session.arrange(ids) },
  ];
}

function ofOne({ session, report }: PictureParts, { id, role }: OutlineElement): ReadonlyArray<MenuItem> {
  if (role === 'package') return [{ label: texts.canvas.unwrapPackage, action: () => report(session.edit(commands.unwrap(id))) }];
  if (role === 'relationship') return [{ label: texts.canvas.reverse, action: () => report(session.edit(commands.reverse(id))) }];
  return [];
}

/** Writes classifiers once more, each under a name of its own; the copies are selected then. */
export function duplicate(session: DiagramSession, ids: ReadonlyArray<string>): string | null {
  const { outline } = session.current();
  const classifiers = ids.filter((id) => outline.element(id)?.role === 'classifier');
  return session.edit(
    classifiers.map((id) => forElement(id, commands.duplicate)),
    { selectsNew: 'all' },
  );
}
