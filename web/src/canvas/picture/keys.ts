import type { KeyboardEvent } from 'react';
import type { DiagramSession } from '../session/DiagramSession';
import { deleteElement, neighbour } from './elements';
import type { KindClient } from './KindClient';
import type { ViewportControls } from './useViewport';

export type KeyParts = {
  readonly session: DiagramSession;
  readonly kind: KindClient;
  readonly controls: ViewportControls;
  readonly onEdit: (id: string) => void;
  readonly onCancel: () => void;
  /** Gets why something could not be done; null when it was. */
  readonly report: (error: string | null) => void;
};

/** What a key does on the picture; undefined for keys that do nothing there. */
export function actionOf(event: KeyboardEvent, { session, kind, controls, onEdit, onCancel, report }: KeyParts): (() => void) | undefined {
  if (event.ctrlKey || event.metaKey) return undefined;
  const { selected } = session.current();
  const walk = (step: 1 | -1) => session.select(neighbour(session.current(), step));
  const walkOrMove = (step: 1 | -1) => {
    if (!event.altKey) walk(step);
    else if (selected !== null) report(kind.move(session, selected, step));
  };
  const onSelected = (action: (id: string) => void) => (selected === null ? undefined : () => action(selected));
  const actions: Record<string, (() => void) | undefined> = {
    '+': () => controls.zoom(1.25),
    '=': () => controls.zoom(1.25),
    '-': () => controls.zoom(0.8),
    '0': controls.fit,
    '1': controls.actualSize,
    Escape: () => {
      onCancel();
      session.select(null);
    },
    ArrowDown: () => walkOrMove(1),
    ArrowUp: () => walkOrMove(-1),
    ArrowRight: () => walk(1),
    ArrowLeft: () => walk(-1),
    F2: onSelected(onEdit),
    Enter: onSelected(onEdit),
    Delete: onSelected((id) => report(deleteElement(session, id))),
    Backspace: onSelected((id) => report(deleteElement(session, id))),
    ' ': () => undefined,
  };
  return actions[event.key];
}
