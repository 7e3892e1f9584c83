import { diagramPicture } from '../../api/diagrams';
import type { Palette } from '../../components/palettes';

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
