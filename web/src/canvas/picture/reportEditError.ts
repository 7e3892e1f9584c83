import { toast } from '../../components/notices';
import { texts } from '../../texts';

/** Tells why an edit was not made; null when it was. */
export function reportEditError(error: string | null): void {
  if (error !== null) toast(texts.canvas.editErrors[error] ?? error, { isError: true });
}
