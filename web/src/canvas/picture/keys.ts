import type { KeyboardEvent } from 'react';
import type { DiagramSession } from '../session/DiagramSession';
import { deleteElement, neighbour } from './elements';
import type { KindClient, Step } from './KindClient';
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
  const walkOrMove = (step: Step) => {
    if (!event.altKey) walk(step.x + step.y > 0 ? 1 : -1);
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
    ArrowDown: () => walkOrMove({ x: 0, y: 1 }),
    ArrowUp: () => walkOrMove({ x: 0, y: -1 }),
    ArrowRight: () => walkOrMove({ x: 1, y: 0 }),
    ArrowLeft: () => walkOrMove({ x: -1, y: 0 }),
    F2: onSelected(onEdit),
    Enter: onSelected(onEdit),
    Delete: onSelected((id) => report(deleteElement(session, id))),
    Backspace: onSelected((id) => report(deleteElement(session, id))),
    ' ': () => undefined,
  };
  return actions[event.key];
}
