import type { Diagnostic } from '../../api/schema';
import type { DiagramState } from '../session/DiagramState';

/** More marks than that say no more than that there is a lot to be done. */
const most = 60;

/** What is wrong with elements, by their ids; remarks are no problems. */
export function problemsByElement({
  diagnostics,
  outline,
  pieces,
}: Pick<DiagramState, 'diagnostics' | 'outline' | 'pieces'>): ReadonlyMap<string, Diagnostic[]> {
  const found = new Map<string, Diagnostic[]>();
  // Of a large picture most elements are not in the page.
  if (pieces) return found;
  for (const one of diagnostics) {
    const id = one.severity === 'information' ? undefined : outline.elementAt(one.start)?.id;
    if (id === undefined) continue;
    const others = found.get(id);
    if (others) others.push(one);
    else if (found.size < most) found.set(id, [one]);
  }
  return found;
}
