import { IconButton } from '../../../components/IconButton';
import { texts } from '../../../texts';
import { isPinned } from '../../engine/Layout';
import type { ElementToolsProps } from '../../picture/KindClient';

/** What can be done with an element of a class diagram. */
export function ClassElementTools({ session, element }: ElementToolsProps): JSX.Element | null {
  if (!isPinned(session.current().layout[element.id])) return null;
  return <IconButton icon="pin" label={texts.canvas.unpin} onClick={() => session.arrange(element.id)} />;
}
