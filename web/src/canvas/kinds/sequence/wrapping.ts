import type { PictureParts } from '../../picture/KindClient';
import { openAdded } from '../../picture/tools/openAdded';
import { hasCondition, wrap } from './fragments';
import type { FragmentKind } from './outline';

/** Puts statements into a fragment, and opens the field for its condition. */
export function wrapAndOpen(parts: PictureParts, ids: ReadonlyArray<string>, kind: FragmentKind): void {
  openCondition(parts, kind, wrap(parts.session, ids, kind));
}

/** Opens the field for the condition of a new fragment, which is selected. @param error Why there is none: then that is told. */
export function openCondition(parts: PictureParts, kind: FragmentKind, error: string | null): void {
  if (hasCondition(kind)) openAdded(parts, error);
  else parts.report(error);
}
