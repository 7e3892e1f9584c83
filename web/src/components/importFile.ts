import type { DiagramKind } from '../canvas/engine/DiagramKind';
import { texts } from '../texts';

/** In bytes, as on the server. */
const largest = 1 << 20;

/** A name without its ending, the kind if that is known before the text is read, and the text. */
export type ImportedFile = { readonly name: string; readonly kind?: DiagramKind; readonly source: string };

/**
 * Reads a file as a diagram's source.
 *
 * @throws {Error} In words for people, when it is too large or no text.
 */
export async function readDiagram(file: File): Promise<ImportedFile> {
  if (file.size > largest) throw new Error(texts.diagram.tooLarge(file.name));
  try {
    const source = new TextDecoder('utf-8', { fatal: true }).decode(await file.arrayBuffer());
    if (source.includes('\0')) throw new Error('binary');
    const name = file.name.replace(/\.[^.]+$/, '').slice(0, 255) || file.name;
    const text = source.replace(/\r\n?/g, '\n');
    // Of a text that says it is PlantUML the server finds out the kind.
    if (/^[ \t]*@start/m.test(text)) return { name, source: text };
    return { kind: /\.(puml|plantuml|pu)$/i.test(file.name) ? 'class' : 'sequence', name, source: text };
  } catch {
    throw new Error(texts.diagram.noText(file.name));
  }
}
