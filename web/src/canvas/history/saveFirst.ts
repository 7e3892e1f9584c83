import { toast } from '../../components/notices';
import { texts } from '../../texts';
import type { DiagramSession } from '../session/DiagramSession';

/**
 * Brings what is here to the server before something is done there with all of it.
 *
 * @returns Whether that can be done now; else it has been said why not.
 */
export async function saveFirst(session: DiagramSession): Promise<boolean> {
  const isSaved = await session.save();
  if (!isSaved) toast(texts.sharing.history.unsaved, { isError: true });
  return isSaved;
}
