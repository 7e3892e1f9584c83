import type { PictureParts } from '../KindClient';

/**
 * Opens the field of what was added, and is selected.
 *
 * @param error Why nothing was added: then that is told.
 */
export function openAdded({ session, onEdit, report }: PictureParts, error: string | null): void {
  report(error);
  const { selected } = session.current();
  if (error === null && selected !== null) onEdit(selected);
}
