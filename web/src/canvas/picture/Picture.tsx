import { useCallback, useLayoutEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { toast } from '../../components/notices';
import { texts } from '../../texts';
import type { DiagramSession } from '../session/DiagramSession';
import type { DiagramState } from '../session/DiagramState';
import { ElementToolbar } from '../kinds/sequence/ElementToolbar';
import { EmptyPicture } from './EmptyPicture';
import { boxIn, Geometry, sizeOf, type Box } from './Geometry';
import { InlineEditor } from './InlineEditor';
import { Minimap } from './Minimap';
import { PictureOverlay } from './PictureOverlay';
import { PictureTools } from './PictureTools';
import { addParticipant, describe, neighbour, deleteElement, moveElement } from '../kinds/sequence/elements';
import { isFragment, statementOf } from '../kinds/sequence/outline';
import { showPicture } from './showPicture';
import { usePictureGestures } from './usePictureGestures';
import { useViewport } from './useViewport';

/** The picture of the diagram, on which it can be changed. Whatever is done here is an edit of the text, made by the engine. */
export function Picture({ session, state }: { session: DiagramSession; state: DiagramState }): JSX.Element {
  const element = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const isSpaceDown = useRef(false);
  const cache = useRef<Geometry | null>(null);
  const [isActive, setActive] = useState(false);
  const [box, setBox] = useState<Box | null>(null);
  const [hasGrid, setGrid] = useState(false);
  const size = useMemo(() => sizeOf(state.picture), [state.picture]);
  const controls = useViewport(element, size);

  useLayoutEffect(() => {
    if (content.current) showPicture(content.current, state.picture);
  }, [state.picture]);

  // Measured when the picture is in the page, and before anybody sees it.
  const { editing } = state;
  const wanted = editing?.id ?? state.selected;
  useLayoutEffect(() => {
    const svg = content.current?.querySelector('svg');
    cache.current = svg ? Geometry.of(svg) : null;
  }, [state.picture]);
  useLayoutEffect(() => {
    const svg = content.current?.querySelector('svg');
    setBox(svg && wanted ? boxIn(svg, wanted) : null);
  }, [state.picture, wanted]);
  const geometry = useCallback(() => cache.current, []);

  const onError = useCallback((error: string) => toast(texts.canvas.editErrors[error] ?? error, { isError: true }), []);
  const edit = useCallback(
    (id: string) => {
      // What a fragment says stands in several places: it is changed in the source.
      const statement = statementOf(session.current().outline, id);
      const range = statement && isFragment(statement) ? session.rangeOf(id) : null;
      if (range) session.showInSource(range);
      else session.openField(id);
    },
    [session],
  );
  const gestures = usePictureGestures({
    element,
    controls,
    geometry,
    state,
    session,
    isSpaceDown: () => isSpaceDown.current,
    onEdit: edit,
    onError,
  });

  function add(): void {
    const error = addParticipant(session);
    if (error) return onError(error);
    const { selected } = session.current();
    if (selected) edit(selected);
  }

  function report(error: string | null): void {
    if (error) onError(error);
  }

  function keyDown(event: KeyboardEvent): void {
    if (event.target !== element.current) return;
    if (event.key === ' ') isSpaceDown.current = true;
    const { selected } = state;
    const actions: Record<string, (() => void) | undefined> = {
      '+': () => controls.zoom(1.25),
      '=': () => controls.zoom(1.25),
      '-': () => controls.zoom(0.8),
      '0': controls.fit,
      '1': controls.actualSize,
      Escape: () => {
        gestures.cancel();
        session.select(null);
      },
      ArrowDown: () => (event.altKey ? selected && report(moveElement(session, selected, 1)) : session.select(neighbour(state, 1))),
      ArrowUp: () => (event.altKey ? selected && report(moveElement(session, selected, -1)) : session.select(neighbour(state, -1))),
      ArrowRight: () => session.select(neighbour(state, 1)),
      ArrowLeft: () => session.select(neighbour(state, -1)),
      F2: selected ? () => edit(selected) : undefined,
      Enter: selected ? () => edit(selected) : undefined,
      Delete: selected ? () => report(deleteElement(session, selected)) : undefined,
      Backspace: selected ? () => report(deleteElement(session, selected)) : undefined,
      ' ': () => undefined,
    };
    const action = event.ctrlKey || event.metaKey ? undefined : actions[event.key];
    if (!action) return;
    event.preventDefault();
    action();
  }

  const { viewport } = controls;
  const isEmpty = state.outline.participants.length === 0 && state.outline.statements.length === 0;
  return (
    <div
      ref={element}
      className={`picture ${hasGrid ? 'picture-grid' : ''} ${gestures.drag ? `picture-drag-${gestures.drag.kind}` : ''}`}
      role="application"
      aria-label={texts.canvas.canvas}
      tabIndex={0}
      onKeyDown={keyDown}
      onKeyUp={(event) => event.key === ' ' && (isSpaceDown.current = false)}
      onFocus={() => setActive(true)}
      onBlur={(event) => {
        isSpaceDown.current = false;
        if (!event.currentTarget.contains(event.relatedTarget)) setActive(false);
      }}
      {...gestures.handlers}
    >
      <div
        ref={content}
        className="picture-content"
        hidden={isEmpty && state.source.trim() === ''}
        style={{ transform: `translate(${viewport.x}px, ${viewport.y}px) scale(${viewport.scale})` }}
      />
      <PictureOverlay viewport={viewport} box={box} drag={gestures.drag} geometry={cache.current} />
      <div className="visually-hidden" aria-live="polite">
        {describe(state)}
      </div>
      {isEmpty && <EmptyPicture session={session} onAdd={add} />}
      {isActive && box && state.selected && !editing && !gestures.drag && (
        <ElementToolbar session={session} state={state} id={state.selected} onEdit={() => state.selected && edit(state.selected)} onError={onError} />
      )}
      {editing && (
        <InlineEditor
          words={editing.words}
          isParticipant={editing.id.startsWith('p')}
          box={box}
          viewport={viewport}
          onClose={(words) => {
            report(session.closeField(words));
            element.current?.focus();
          }}
        />
      )}
      <PictureTools controls={controls} hasGrid={hasGrid} onGrid={() => setGrid(!hasGrid)} onAdd={add} />
      <Minimap picture={state.picture} size={size} controls={controls} />
    </div>
  );
}
