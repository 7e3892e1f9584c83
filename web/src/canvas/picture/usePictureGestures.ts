import { useCallback, useEffect, useRef, useState, type PointerEvent, type RefObject } from 'react';
import type { DiagramState } from '../session/DiagramState';
import type { DiagramSession } from '../session/DiagramSession';
import { texts } from '../../texts';
import type { Geometry, Hit, Point } from './Geometry';
import { after, isSamePlace, participantOf, statementIn, statementOf, type Statement } from '../kinds/sequence/outline';
import type { ViewportControls } from './useViewport';

/** What is being dragged, and where it is. */
export type Drag =
  | { readonly kind: 'pan' }
  | { readonly kind: 'message'; readonly from: number; readonly to: number; readonly start: Point; readonly end: Point }
  | { readonly kind: 'move'; readonly statement: Statement; readonly y: number };

type Parts = {
  readonly element: RefObject<HTMLElement>;
  readonly controls: ViewportControls;
  readonly geometry: () => Geometry | null;
  readonly state: DiagramState;
  readonly session: DiagramSession;
  readonly isSpaceDown: () => boolean;
  /** Opens the field for the text of an element. */
  readonly onEdit: (id: string) => void;
  readonly onError: (error: string) => void;
};

type Press = { readonly at: Point; readonly hit: Hit | null; readonly x: number; readonly y: number; isDrag: boolean; readonly isPan: boolean };

/** A press that moves less than this is a click, in pixels of the screen. */
const threshold = 5;

/** Turns what the pointer does on the picture into selections, pans, zooms and edits of the text. */
export function usePictureGestures(parts: Parts) {
  const { element, controls, geometry, state, session, isSpaceDown, onEdit, onError } = parts;
  const [drag, setDrag] = useState<Drag | null>(null);
  const press = useRef<Press | null>(null);
  const pointers = useRef(new Map<number, Point>());

  useEffect(() => {
    const watched = element.current;
    if (!watched) return undefined;
    const wheel = (event: WheelEvent) => {
      event.preventDefault();
      const box = watched.getBoundingClientRect();
      const unit = event.deltaMode === 1 ? 16 : 1;
      if (event.ctrlKey || event.metaKey)
        controls.zoom(Math.exp((-event.deltaY * unit) / 300), { x: event.clientX - box.left, y: event.clientY - box.top });
      else controls.pan(-(event.shiftKey ? event.deltaY : event.deltaX) * unit, event.shiftKey ? 0 : -event.deltaY * unit);
    };
    watched.addEventListener('wheel', wheel, { passive: false });
    return () => watched.removeEventListener('wheel', wheel);
  }, [element, controls]);

  const down = useCallback(
    (event: PointerEvent<HTMLElement>) => {
      if ((event.target as HTMLElement).closest('button, input, select, .picture-tools, .element-toolbar')) return;
      pointers.current.set(event.pointerId, { x: event.clientX, y: event.clientY });
      event.currentTarget.setPointerCapture(event.pointerId);
      const at = controls.toPicture(event);
      const isPan = event.button === 1 || isSpaceDown();
      if (isPan) event.preventDefault();
      const hit = isPan || event.button !== 0 ? null : (geometry()?.hit(at, state.outline) ?? null);
      press.current = { at, hit, x: event.clientX, y: event.clientY, isDrag: false, isPan };
    },
    [controls, geometry, isSpaceDown, state.outline],
  );

  const move = useCallback(
    (event: PointerEvent<HTMLElement>) => {
      const before = pointers.current.get(event.pointerId);
      if (!before || !press.current) return;
      const now = { x: event.clientX, y: event.clientY };
      pointers.current.set(event.pointerId, now);
      if (pointers.current.size === 2) {
        press.current = { ...press.current, hit: null, isDrag: true };
        setDrag({ kind: 'pan' });
        const other = [...pointers.current].find(([key]) => key !== event.pointerId)?.[1];
        if (other) pinch(event.currentTarget, controls, other, before, now);
        return;
      }
      if (!press.current.isDrag && Math.hypot(now.x - press.current.x, now.y - press.current.y) < threshold) return;
      press.current.isDrag = true;
      const at = controls.toPicture(event);
      const { hit } = press.current;
      if (hit?.kind === 'lifeline') {
        const target = geometry()?.nearestLifeline(at.x);
        setDrag({ kind: 'message', from: hit.participant, to: target?.participant ?? hit.participant, start: press.current.at, end: at });
      } else if (hit?.kind === 'element' && hit.id.startsWith('s')) {
        const statement = statementOf(state.outline, hit.id);
        if (statement) setDrag({ kind: 'move', statement, y: at.y });
      } else {
        setDrag({ kind: 'pan' });
        controls.pan(now.x - before.x, now.y - before.y);
      }
    },
    [controls, geometry, state.outline],
  );

  const up = useCallback(
    (event: PointerEvent<HTMLElement>) => {
      pointers.current.delete(event.pointerId);
      const pressed = press.current;
      if (!pressed || pointers.current.size > 0) return;
      press.current = null;
      if (drag?.kind === 'message') insert(drag);
      else if (drag?.kind === 'move') moveTo(drag);
      else if (!pressed.isDrag && !pressed.isPan) {
        const { hit } = pressed;
        session.select(hit?.kind === 'element' ? hit.id : hit?.kind === 'lifeline' ? `p${hit.participant}` : null);
      }
      setDrag(null);

      function insert(dragged: Drag & { kind: 'message' }): void {
        const [from, to] = [dragged.from, dragged.to].map((id) => participantOf(state.outline, `p${id}`)?.name);
        const point = geometry()?.insertionPoint(dragged.end.y, state.outline, dragged.from);
        if (!point || from === undefined || to === undefined) return;
        const error = session.edit(
          (engine, source) => engine.insertMessage(source, 'asynchCall', from, to, texts.canvas.newMessage, point),
          () => null,
        );
        if (error) return onError(error);
        const inserted = statementIn(session.current().outline, point);
        if (inserted) {
          session.select(inserted);
          onEdit(inserted);
        }
      }

      function moveTo(dragged: Drag & { kind: 'move' }): void {
        const { statement, y } = dragged;
        const point = geometry()?.insertionPoint(y, state.outline, statement.sender ?? null, statement);
        if (!point || isSamePlace(point, statement) || isSamePlace(point, after(statement))) return;
        const error = session.edit(
          (engine, source) => engine.move(source, statement.id, point),
          () => null,
        );
        if (error) onError(error);
      }
    },
    [drag, geometry, onEdit, onError, session, state],
  );

  const cancel = useCallback(() => {
    press.current = null;
    pointers.current.clear();
    setDrag(null);
  }, []);

  // What was taken hold of may be another now: a change that comes in between ends a drag, and a press is looked at again.
  useEffect(() => {
    const pressed = press.current;
    if (pressed?.isDrag) cancel();
    else if (pressed?.hit) press.current = { ...pressed, hit: geometry()?.hit(pressed.at, state.outline) ?? null };
  }, [state.outline, cancel, geometry]);

  const doubleClick = useCallback(
    (event: { clientX: number; clientY: number }) => {
      const hit = geometry()?.hit(controls.toPicture(event), state.outline);
      if (hit?.kind === 'element') onEdit(hit.id);
    },
    [controls, geometry, onEdit, state.outline],
  );

  return {
    drag,
    cancel,
    handlers: { onPointerDown: down, onPointerMove: move, onPointerUp: up, onPointerCancel: cancel, onDoubleClick: doubleClick },
  };
}

/** Two fingers: what was between them stays between them. */
function pinch(element: HTMLElement, controls: ViewportControls, other: Point, before: Point, now: Point): void {
  const box = element.getBoundingClientRect();
  const factor = Math.hypot(now.x - other.x, now.y - other.y) / Math.max(Math.hypot(before.x - other.x, before.y - other.y), 1);
  controls.zoom(factor, { x: (now.x + other.x) / 2 - box.left, y: (now.y + other.y) / 2 - box.top });
  controls.pan((now.x - before.x) / 2, (now.y - before.y) / 2);
}
