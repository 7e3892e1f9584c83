import { IconButton } from '../../../components/IconButton';
import { texts } from '../../../texts';
import type { ElementToolsProps } from '../../picture/KindClient';

/** What can be done with an element of a class diagram. */
export function ClassElementTools({ session, element }: ElementToolsProps): JSX.Element | null {
  const position = session.current().layout[element.id];
  if (!position || position.automatic === true) return null;
  return <IconButton icon="pin" label={texts.canvas.unpin} onClick={() => session.arrange(element.id)} />;
}
