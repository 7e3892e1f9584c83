import { IconButton } from '../../components/IconButton';
import { texts } from '../../texts';
import { deleteElements } from './elements';
import type { ElementToolsProps, KindClient } from './KindClient';

/** What can be done with the selected element. It has a place of its own, so that it covers nothing that one might want to click next. */
export function ElementToolbar({ kind, ...props }: ElementToolsProps & { kind: KindClient }): JSX.Element {
  const { session, element, onEdit, report } = props;
  return (
    <div className="element-toolbar" role="toolbar" aria-label={texts.canvas.edit}>
      <IconButton icon="pencil" label={texts.canvas.edit} shortcut="F2" onClick={() => onEdit(element.id)} />
      <kind.ElementTools {...props} />
      <IconButton icon="trash" label={texts.canvas.deleteElement} shortcut="Del" onClick={() => report(deleteElements(session, [element.id]))} />
    </div>
  );
}
