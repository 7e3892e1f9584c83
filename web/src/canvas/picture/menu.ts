import type { MenuItem } from '../../components/MenuList';
import { texts } from '../../texts';
import { deleteElements, selectAll } from './elements';
import type { KindClient, PictureParts } from './KindClient';

/** What the menu offers: of what is selected, or of the diagram. */
export function menuOf(kind: KindClient, parts: PictureParts): ReadonlyArray<MenuItem> {
  const { session, onEdit, report } = parts;
  const { selection, outline } = session.current();
  const [only] = selection.length === 1 ? selection : [];
  if (selection.length === 0) {
    return [
      { label: texts.canvas.selectAll, shortcut: 'Ctrl+A', action: () => selectAll(session) },
      ...(kind.hasPlaces ? [{ label: texts.canvas.arrange, action: () => session.arrange(null) }] : []),
    ];
  }
  const isName = only !== undefined && outline.element(only)?.isName === true;
  return [
    ...(only === undefined ? [] : [{ label: isName ? texts.canvas.rename : texts.canvas.edit, shortcut: 'F2', action: () => onEdit(only) }]),
    ...kind.menu(parts, selection),
    { label: texts.canvas.deleteElement, shortcut: 'Del', isDangerous: true, action: () => report(deleteElements(session, selection)) },
  ];
}
