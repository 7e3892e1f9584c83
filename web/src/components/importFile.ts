import type { DiagramKind } from '../canvas/engine/DiagramKind';
import { texts } from '../texts';

/** In bytes, as on the server. */
const largest = 1 << 20;

/** A name without its ending, the kind that this says, and the text. */
export type ImportedFile = { readonly name: string; readonly kind: DiagramKind; readonly source: string };

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
    const kind = /\.(puml|plantuml|pu)$/i.test(file.name) ? 'class' : 'sequence';
    return { kind, name: file.name.replace(/\.[^.]+$/, '').slice(0, 255) || file.name, source: source.replace(/\r\n?/g, '\n') };
  } catch {
    throw new Error(texts.diagram.noText(file.name));
  }
}
