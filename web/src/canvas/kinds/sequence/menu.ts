import type { MenuItem } from '../../../components/MenuList';
import { texts } from '../../../texts';
import type { PictureParts } from '../../picture/KindClient';
import { commands } from './commands';
import { isFragment, statementOf, type FragmentKind } from './outline';
import { wrapAndOpen } from './wrapping';

/** The fragments that are used most. */
const offered: ReadonlyArray<FragmentKind> = ['alt', 'opt', 'loop', 'par'];

/** What can be done with selected elements of a sequence diagram, beside what can be done with any. */
export function menuOf(parts: PictureParts, ids: ReadonlyArray<string>): ReadonlyArray<MenuItem> {
  const { session, report, offer, geometry } = parts;
  const statements = ids.flatMap((id) => statementOf(session.current().outline, id) ?? []);
  const [first] = statements;
  if (!first) return [];
  const kinds = offered.map((kind) => ({ label: texts.canvas.fragments[kind], action: () => wrapAndOpen(parts, ids, kind) }));
  const { x = 0, y = 0 } = geometry()?.partsOf(first.id)[0]?.box ?? {};
  return [
    { label: texts.canvas.wrapInFragment, action: () => offer({ x, y }, kinds) },
    ...(statements.length === 1 && isFragment(first)
      ? [{ label: texts.canvas.unwrap, action: () => report(session.edit(commands.unwrap(first.id))) }]
      : []),
  ];
}
