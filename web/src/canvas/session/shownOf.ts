import type { Drawing } from '../engine/Drawing';
import { Outline } from '../engine/Outline';
import type { DiagramState } from './DiagramState';

/** What the page shows of a drawing. */
export function shownOf({
  picture,
  pieces,
  diagnostics,
  outline,
  names,
  places,
}: Drawing): Pick<DiagramState, 'picture' | 'pieces' | 'diagnostics' | 'outline' | 'names' | 'origin'> {
  return { picture, pieces, diagnostics, outline: new Outline(outline), names, origin: places.origin };
}
