import { useEffect, useMemo, useRef, useState } from 'react';
import { texts } from '../../texts';
import type { DiagramSession } from '../session/DiagramSession';
import type { DiagramState } from '../session/DiagramState';
import { ElementToolbar } from './ElementToolbar';
import { EmptyPicture } from './EmptyPicture';
import { InlineEditor } from './InlineEditor';
import type { KindClient, PictureParts } from './KindClient';
import { Minimap } from './Minimap';
import { PictureOverlay } from './PictureOverlay';
import { PictureTools } from './PictureTools';
import { actionOf } from './keys';
import { reportEditError } from './reportEditError';
import { sizeOf } from './sizeOf';
import { usePointer } from './usePointer';
import { useElementBox, usePictureInView, useShownPicture } from './useShownPicture';
import { useViewport } from './useViewport';

/** The picture of the diagram, on which it can be changed. Whatever is done here is a command, which the engine makes an edit of the text. */
export function Picture({ session, state, kind }: { session: DiagramSession; state: DiagramState; kind: KindClient }): JSX.Element {
  const element = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const isSpaceDown = useRef(false);
  const [isActive, setActive] = useState(false);
  const [hasGrid, setGrid] = useState(false);
  const { picture, outline, selected, editing, origin, isPreview } = state;
  const size = useMemo(() => sizeOf(picture), [picture]);
  const isStill = kind.hasPlaces && outline.elements.length > 2;
  const controls = useViewport(element, size, { origin, isStill, isHeld: isPreview });
  const shown = usePictureInView(picture, state.pieces, controls);
  const geometry = useShownPicture(content, shown);
  const box = useElementBox(content, shown, editing?.id ?? selected, kind.isMainPart);
  const parts = useMemo(() => partsOf(session, kind, geometry), [session, kind, geometry]);
  const tools = useMemo(() => kind.tools(parts), [kind, parts]);
  const { drag, tracker, handlers } = usePointer(element, controls, tools, isSpaceDown);
  useEffect(() => tracker.pictureChanged(), [outline, tracker]);

  function add(): void {
    const error = kind.add(session);
    if (error) return reportEditError(error);
    const added = session.current().selected;
    if (added !== null) parts.onEdit(added);
  }

  const isEmpty = outline.isEmpty;
  const chosen = selected === null ? undefined : outline.element(selected);
  const edited = editing ? outline.element(editing.id) : undefined;
  const { viewport } = controls;
  const handles = chosen && box && !editing && !drag ? kind.handles(chosen, box) : [];
  return (
    <div
      ref={element}
      className={`picture ${hasGrid ? 'picture-grid' : ''} ${drag ? `picture-drag-${drag.name}` : ''}`}
      role="application"
      aria-label={texts.canvas.canvas}
      tabIndex={0}
      onKeyDown={(event) => {
        if (event.target !== element.current) return;
        if (event.key === ' ') isSpaceDown.current = true;
        const action = actionOf(event, { session, kind, controls, onEdit: parts.onEdit, onCancel: () => tracker.cancel(), report: parts.report });
        if (action) event.preventDefault();
        action?.();
      }}
      onKeyUp={(event) => event.key === ' ' && (isSpaceDown.current = false)}
      onFocus={() => setActive(true)}
      onBlur={(event) => {
        isSpaceDown.current = false;
        if (!event.currentTarget.contains(event.relatedTarget)) setActive(false);
      }}
      {...handlers}
    >
      <div
        ref={content}
        className="picture-content"
        hidden={isEmpty && state.source.trim() === ''}
        style={{ transform: `translate(${viewport.x}px, ${viewport.y}px) scale(${viewport.scale})` }}
      />
      <PictureOverlay viewport={viewport} box={box} handles={handles} drag={drag} />
      <div className="visually-hidden" aria-live="polite">
        {chosen && kind.describe(outline, chosen)}
      </div>
      {isEmpty && <EmptyPicture session={session} kind={kind} onAdd={add} />}
      {isActive && chosen && !editing && !drag && <ElementToolbar {...parts} kind={kind} element={chosen} />}
      {editing && edited && (
        <InlineEditor
          words={editing.words}
          isName={edited.isName === true}
          label={edited.isName === true ? kind.words.name : texts.canvas.elementText}
          box={box}
          viewport={viewport}
          onClose={(words) => {
            reportEditError(session.closeField(words));
            element.current?.focus();
          }}
        />
      )}
      <PictureTools
        controls={controls}
        hasGrid={hasGrid}
        onGrid={() => setGrid(!hasGrid)}
        onAdd={add}
        addLabel={kind.words.add}
        addIcon={kind.addIcon}
        onArrange={kind.hasPlaces ? () => session.arrange(null) : null}
      />
      <Minimap picture={state.pieces ? null : picture} size={size} controls={controls} />
    </div>
  );
}

/** What tools and toolbars work with. */
function partsOf(session: DiagramSession, kind: KindClient, geometry: PictureParts['geometry']): PictureParts {
  return {
    session,
    geometry,
    onEdit: (id) => {
      const element = session.current().outline.element(id);
      if (!element) return;
      const range = kind.isChangedInSource(element) ? session.rangeOf(id) : null;
      if (range) session.showInSource(range);
      else session.openField(id);
    },
    report: reportEditError,
  };
}
