import type { KeyboardEvent } from 'react';
import type { DiagramSession } from '../session/DiagramSession';
import type { Detail } from '../session/Field';
import { deleteElements, neighbour, selectAll } from './elements';
import type { KindClient, Step } from './KindClient';
import type { ToolboxState } from './useToolbox';
import type { ViewportControls } from './useViewport';

export type KeyParts = {
  readonly session: DiagramSession;
  readonly kind: KindClient;
  readonly controls: ViewportControls;
  readonly toolbox: ToolboxState;
  readonly onEdit: (id: string, detail?: Detail) => void;
  /** Shows what is selected as large as there is room for it. */
  readonly onShow: () => void;
  readonly onFind: () => void;
  /** Opens the menu of what is selected. */
  readonly onMenu: () => void;
  readonly onCancel: () => void;
  /** Gets why something could not be done; null when it was. */
  readonly report: (error: string | null) => void;
};

type Action = () => void;

/** What a key does on the picture; undefined for keys that do nothing there. */
export function actionOf(event: KeyboardEvent, parts: KeyParts): Action | undefined {
  if (event.ctrlKey || event.metaKey) return withControl(event, parts);
  return viewAction(event, parts) ?? selectionAction(event, parts) ?? toolAction(event, parts);
}

function withControl({ key }: KeyboardEvent, { session, kind, onFind, report }: KeyParts): Action | undefined {
  const { selection } = session.current();
  const { duplicate } = kind;
  if (key.toLowerCase() === 'f') return onFind;
  if (key.toLowerCase() === 'a') return () => selectAll(session);
  if (key.toLowerCase() === 'd' && duplicate && selection.length > 0) return () => report(duplicate(session, selection));
  return undefined;
}

function viewAction({ key }: KeyboardEvent, { controls, onShow }: KeyParts): Action | undefined {
  const actions: Record<string, Action> = {
    '+': () => controls.zoom(1.25),
    '=': () => controls.zoom(1.25),
    '-': () => controls.zoom(0.8),
    '0': controls.fit,
    '.': controls.actualSize,
    ',': onShow,
    ' ': () => undefined,
  };
  return actions[key];
}

/** Of what is chosen in the toolbox, or there. */
function toolAction({ key, altKey }: KeyboardEvent, { toolbox }: KeyParts): Action | undefined {
  const item = altKey ? undefined : toolbox.ofKey(key.toLowerCase());
  return item === undefined ? undefined : () => toolbox.choose(item === toolbox.chosen ? null : item);
}

function selectionAction(event: KeyboardEvent, parts: KeyParts): Action | undefined {
  const { session, toolbox, controls, onEdit, report } = parts;
  const { selected, selection } = session.current();
  const edit = selected === null ? undefined : () => onEdit(selected);
  const remove = selection.length === 0 ? undefined : () => report(deleteElements(session, selection));
  const { chosen, tools } = toolbox;
  const confirm = chosen && tools.confirm ? () => tools.confirm?.(controls.middle()) : edit;
  const step = steps[event.key];
  if (step) return () => walkOrMove(event, step, parts);
  if (event.shiftKey && event.key === 'F10') return parts.onMenu;
  if (event.shiftKey && event.key === 'Enter') return () => addDetail(parts);
  const actions: Record<string, Action | undefined> = {
    Escape: () => {
      parts.onCancel();
      if (chosen) toolbox.choose(null);
      else session.select(null);
    },
    F2: edit,
    Enter: confirm,
    Delete: remove,
    Backspace: remove,
    ContextMenu: parts.onMenu,
  };
  return actions[event.key];
}

/** Opens the field for something new that the selected element is to say, such as a member. */
function addDetail({ session, kind, onEdit }: KeyParts): void {
  const { selected, outline } = session.current();
  const element = selected === null ? undefined : outline.element(selected);
  const detail = element && kind.details.added(element);
  if (element && detail) onEdit(element.id, detail);
}

const steps: Readonly<Record<string, Step>> = {
  ArrowDown: { x: 0, y: 1 },
  ArrowUp: { x: 0, y: -1 },
  ArrowRight: { x: 1, y: 0 },
  ArrowLeft: { x: -1, y: 0 },
};

function walkOrMove(event: KeyboardEvent, step: Step, { session, kind, report }: KeyParts): void {
  const { selection } = session.current();
  const next = neighbour(session.current(), step.x + step.y > 0 ? 1 : -1);
  if (!event.altKey && event.shiftKey && next !== null) session.select([...selection.filter((one) => one !== next), next]);
  else if (!event.altKey) session.select(next);
  else if (selection.length > 0) report(kind.move(session, selection, { ...step, isShort: event.shiftKey }));
}
