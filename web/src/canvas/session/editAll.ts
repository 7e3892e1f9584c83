import { SourceOffsets } from '../text/SourceOffsets';
import { applyAll } from '../text/TextChange';
import type { Command } from '../engine/Command';
import type { DiagramKind } from '../engine/DiagramKind';
import type { Engine } from '../engine/Engine';
import { composed, successorOf, type Succession } from '../engine/Succession';

/** What has come of the commands so far. */
export type EditedSoFar = {
  /** The ids of what came with them. */
  readonly created: ReadonlyArray<string>;
  /** What an element is called by now; null when it is gone. */
  readonly idOf: (id: string) => string | null;
};

/** A command, or one that depends on what came of those before it; null where nothing is left to be done. */
export type EditStep = Command | ((soFar: EditedSoFar) => Command | null);

/** A command for an element by its id of before; nothing to be done if that has gone meanwhile, together with another one. */
export function forElement(id: string, command: (now: string) => Command): EditStep {
  return ({ idOf }) => {
    const now = idOf(id);
    return now === null ? null : command(now);
  };
}

/** What commands come to together, or the reason why one of them can't be done. */
export type Edited =
  | { readonly source: string; readonly successions: ReadonlyArray<Succession>; readonly created: ReadonlyArray<string> }
  | { readonly error: string };

/** Does one command after the other. */
export function editAll(engine: Engine, kind: DiagramKind, before: string, steps: ReadonlyArray<EditStep>): Edited {
  let source = before;
  let successions: ReadonlyArray<Succession> = [];
  let created: ReadonlyArray<string> = [];
  for (const step of steps) {
    const known = successions;
    const command = typeof step === 'function' ? step({ created, idOf: (id) => successorOf(id, known) }) : step;
    if (!command) continue;
    const result = engine.edit(kind, source, command);
    if ('error' in result) return result;
    const offsets = new SourceOffsets(source);
    const edits = result.changes.map(({ start, end, text }) => ({ start: offsets.toUnits(start), end: offsets.toUnits(end), text }));
    source = applyAll(source, edits);
    successions = composed(successions, result.successions);
    created = [...created.flatMap((id) => successorOf(id, result.successions) ?? []), ...result.created];
  }
  return { source, successions, created };
}
