import { errorTypeOf, statusOf } from '../../api/errors';
import { texts } from '../../texts';

/** How the right to change a diagram was lost: by another role, or because the diagram is gone, for this person or for all. */
export type Loss = 'role' | 'gone';

/** Why what is here cannot be saved. */
export const lossReasons: Readonly<Record<Loss, string>> = { role: texts.canvas.roleTaken, gone: texts.canvas.gone };

/** What an error says about it; null where it is no matter of rights: other things are forbidden, too, such as more than anybody may keep. */
export function lossOf(error: unknown): Loss | null {
  if (statusOf(error) === 404) return 'gone';
  return statusOf(error) === 403 && errorTypeOf(error) === 'forbidden' ? 'role' : null;
}
