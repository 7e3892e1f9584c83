import { useEffect, useMemo, useRef, type MouseEvent, type RefObject } from 'react';
import type { DiagramSession } from '../session/DiagramSession';
import type { DiagramState } from '../session/DiagramState';
import { boxAroundAll } from './Geometry';
import type { KindClient } from './KindClient';
import { menuOf } from './menu';
import { problemsByElement } from './problems';
import { sizeOf } from './sizeOf';
import { useClipboard } from './useClipboard';
import { usePictureParts } from './usePictureParts';
import { isOnControl, usePointer } from './usePointer';
import { useStoredFlag } from './useStoredFlag';
import { useElementParts, usePictureInView, useShownPicture } from './useShownPicture';
import { useToolbox } from './useToolbox';
import { useViewport } from './useViewport';

export type PictureProps = { readonly session: DiagramSession; readonly state: DiagramState; readonly kind: KindClient };

/** How far the points of the grid stand from each other, in pixels of the picture. */
export const gridStep = 20;

/** All that the picture's parts in the page work with. */
export type PictureModel = ReturnType<typeof usePicture>;

/** What there is of an open diagram's picture: the part that is seen, what is marked on it, and what the pointer does. */
export function usePicture({ session, state, kind }: PictureProps) {
  const element = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const isSpaceDown = useRef(false);
  const { picture, pieces, outline, selected, editing, origin, isPreview } = state;
  const size = useMemo(() => sizeOf(picture), [picture]);
  const isStill = kind.hasPlaces && outline.elements.length > 2;
  const controls = useViewport(element, size, { origin, isStill, isHeld: isPreview });
  const shown = usePictureInView(picture, pieces, controls);
  const geometry = useShownPicture(content, shown, state, kind);
  const marked = useMarked(content, shown, state, kind);
  const { problems, problemParts } = useProblems(content, shown, state, kind);
  const boxes = useMemo(() => marked.map((one) => one.box), [marked]);
  const [hasGrid, setGrid] = useStoredFlag('zenuml-grid');
  const { parts, popup, offer, closePopup } = usePictureParts(session, kind, geometry, controls, hasGrid ? gridStep : null);
  const toolbox = useToolbox(kind, parts, controls.hold);
  const { drag, tracker, handlers } = usePointer(element, controls, toolbox.tools, isSpaceDown);
  useEffect(() => tracker.pictureChanged(), [outline, tracker]);
  useClipboard(element, kind, parts, controls);
  const isDragging = drag !== null && drag.name !== null;
  return {
    session,
    state,
    kind,
    element,
    content,
    problems,
    /** Where the elements are with which something is wrong. */
    problemParts,
    isSpaceDown,
    size,
    controls,
    geometry,
    marked,
    boxes,
    parts,
    popup,
    offer,
    closePopup,
    toolbox,
    drag,
    tracker,
    handlers,
    isDragging,
    hasGrid,
    toggleGrid: () => setGrid(!hasGrid),
    /** The only element that is selected. */
    chosen: selected === null ? undefined : outline.element(selected),
    /** Whether nothing is under way, so that there is room for what can be done with the selected element. */
    isQuiet: !editing && !isDragging && !popup && toolbox.chosen === null,
    focus: () => element.current?.focus(),
  };
}

/** What is selected, or the element whose field is open. */
function useMarked(content: RefObject<HTMLElement>, shown: string, { editing, selection }: DiagramState, kind: KindClient) {
  const ids = useMemo(() => (editing ? [editing.id] : selection), [editing, selection]);
  return useElementParts(content, shown, ids, kind.isMainPart);
}

function useProblems(content: RefObject<HTMLElement>, shown: string, { diagnostics, outline, pieces }: DiagramState, kind: KindClient) {
  const problems = useMemo(() => problemsByElement({ diagnostics, outline, pieces }), [diagnostics, outline, pieces]);
  const ids = useMemo(() => [...problems.keys()], [problems]);
  return { problems, problemParts: useElementParts(content, shown, ids, kind.isMainPart) };
}

/** The menu of what is under the pointer, which is selected then, if it is not among others. */
export function openMenuAt(event: MouseEvent, { session, kind, controls, tracker, toolbox, parts, offer }: PictureModel): void {
  if (isOnControl(event)) return;
  event.preventDefault();
  tracker.cancel();
  toolbox.choose(null);
  const at = controls.toPicture(event);
  const id = toolbox.selectionTools.elementAt(at);
  if (id === null || !session.current().selection.includes(id)) session.select(id);
  offer(at, menuOf(kind, parts));
}

/** The menu of what is selected, beside it. */
export function openMenuOfSelection({ kind, boxes, controls, parts, offer }: PictureModel): void {
  const around = boxAroundAll(boxes);
  offer(around ? { x: around.x + around.width, y: around.y } : controls.middle(), menuOf(kind, parts));
}
