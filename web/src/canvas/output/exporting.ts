import { diagramPicture } from '../../api/diagrams';
import type { Palette } from '../../components/palettes';

/** Offers a file to be kept. */
export function offer(content: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  window.setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

/** A name that every file system takes. */
export function fileName(name: string, ending: string): string {
  const safe = [...name]
    .map((letter) => (letter < ' ' || '\\/:*?"<>|'.includes(letter) ? '-' : letter))
    .join('')
    .trim();
  return `${safe.slice(0, 100) || 'diagram'}.${ending}`;
}

/** Puts a picture into the clipboard; throws where the browser doesn't let it. */
export async function copyPicture(id: string, palette: Palette): Promise<void> {
  const picture = diagramPicture(id, 'png', { theme: palette, scale: 2 });
  await navigator.clipboard.write([new ClipboardItem({ 'image/png': picture })]);
}
