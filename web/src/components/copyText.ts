import { texts } from '../texts';
import { toast } from './notices';

/** Puts a text into the clipboard, and says so. */
export async function copyText(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    toast(texts.sharing.copied);
  } catch {
    toast(texts.sharing.copyFailed, { isError: true });
  }
}
