import { useEffect, useMemo, useRef, useState, type MouseEvent } from 'react';
import { PopupMenu } from '../../components/PopupMenu';
import { texts } from '../../texts';
import type { DiagramSession } from '../session/DiagramSession';
import type { DiagramState } from '../session/DiagramState';
import { ElementToolbar } from './ElementToolbar';
import { EmptyPicture } from './EmptyPicture';
import { FindField } from './FindField';
import { boxAroundAll } from './Geometry';
import { InlineEditor } from './InlineEditor';
import type { KindClient } from './KindClient';
import { menuOf } from './menu';
import { Minimap } from './Minimap';
import { PictureOverlay } from './PictureOverlay';
import { PictureTools } from './PictureTools';
import { actionOf } from './keys';
import { PropertiesPanel } from './PropertiesPanel';
import { reportEditError } from './reportEditError';
import { sizeOf } from './sizeOf';
import { Toolbox } from './Toolbox';
import { usePictureParts } from './usePictureParts';
import { isOnControl, pointerOf, usePointer } from './usePointer';
import { useElementParts, usePictureInView, useShownPicture } from './useShownPicture';
import { useToolbox } from './useToolbox';
import { useClipboard } from './useClipboard';
import { useStoredFlag } from './useStoredFlag';
import { useViewport } from './useViewport';

/** The picture of the diagram, on which it can be changed. Whatever is done here is a command, which the engine makes an edit of the text. */
export function Picture({ session, state, kind }: { session: DiagramSession; state: DiagramState; kind: KindClient }): JSX.Element {
  const element = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const isSpaceDown = useRef(false);
  const [isActive, setActive] = useState(false);
  const [hasGrid, setGrid] = useState(false);
  // How often it was asked for; 0 while the field is closed.
  const [findCount, setFindCount] = useState(0);
  const [hasProperties, setProperties] = useStoredFlag('zenuml-properties');
  const { picture, outline, selection, selected, editing, origin, isPreview } = state;
  const size = useMemo(() => sizeOf(picture), [picture]);
  const isStill = kind.hasPlaces && outline.elements.length > 2;
  const controls = useViewport(element, size, { origin, isStill, isHeld: isPreview });
  const shown = usePictureInView(picture, state.pieces, controls);
  const geometry = useShownPicture(content, shown, origin, isPreview);
  const field = useMemo(() => (editing ? [editing.id] : selection), [editing, selection]);
  const marked = useElementParts(content, shown, field, kind.isMainPart);
  const boxes = useMemo(() => marked.map((one) => one.box), [marked]);
  const { parts, popup, offer, closePopup } = usePictureParts(session, kind, geometry, controls);
  const toolbox = useToolbox(kind, parts, controls.hold);
  const { drag, tracker, handlers } = usePointer(element, controls, toolbox.tools, isSpaceDown);
  useEffect(() => tracker.pictureChanged(), [outline, tracker]);

  useClipboard(element, kind, parts, controls);

  function add(): void {
    const error = kind.add(session);
    parts.report(error);
    const added = session.current().selected;
    if (error === null && added !== null) parts.onEdit(added);
  }

  const { viewport } = controls;
  const isEmpty = outline.isEmpty;
  const chosen = selected === null ? undefined : outline.element(selected);
  const edited = editing ? outline.element(editing.id) : undefined;
  const [box = null] = boxes;
  const isDragging = drag !== null && drag.name !== null;
  const isQuiet = !editing && !isDragging && !popup && toolbox.chosen === null;
  const handles = chosen && marked[0] && isQuiet ? kind.handles(chosen, marked[0]) : [];

  function openMenu(event: MouseEvent): void {
    if (isOnControl(event)) return;
    event.preventDefault();
    tracker.cancel();
    toolbox.choose(null);
    const at = controls.toPicture(event);
    const id = toolbox.selectionTools.elementAt(at);
    if (id === null || !session.current().selection.includes(id)) session.select(id);
    offer(at, menuOf(kind, parts));
  }

  function openMenuOfSelection(): void {
    const around = boxAroundAll(boxes);
    offer(around ? { x: around.x + around.width, y: around.y } : controls.middle(), menuOf(kind, parts));
  }

  return (
    <div
      ref={element}
      className={`picture ${hasGrid ? 'picture-grid' : ''} ${isDragging ? `picture-drag-${drag.name}` : toolbox.chosen ? 'picture-tool' : ''}`}
      role="application"
      aria-label={texts.canvas.canvas}
      tabIndex={0}
      onKeyDown={(event) => {
        if (event.target !== element.current) return;
        if (event.key === ' ') isSpaceDown.current = true;
        const { onEdit, report } = parts;
        const around = boxAroundAll(boxes);
        const onShow = () => around && controls.reveal(around, true);
        const onFind = () => setFindCount(findCount + 1);
        const onCancel = () => tracker.cancel();
        const action = actionOf(event, { session, kind, controls, toolbox, onEdit, onShow, onFind, onMenu: openMenuOfSelection, onCancel, report });
        if (action) event.preventDefault();
        action?.();
      }}
      onKeyUp={(event) => event.key === ' ' && (isSpaceDown.current = false)}
      onFocus={() => setActive(true)}
      onBlur={(event) => {
        isSpaceDown.current = false;
        if (!event.currentTarget.contains(event.relatedTarget)) setActive(false);
      }}
      onContextMenu={openMenu}
      {...handlers}
    >
      <div
        ref={content}
        className="picture-content"
        hidden={isEmpty && state.source.trim() === ''}
        style={{ transform: `translate(${viewport.x}px, ${viewport.y}px) scale(${viewport.scale})` }}
      />
      <PictureOverlay viewport={viewport} boxes={boxes} handles={handles} drag={drag} />
      <div className="visually-hidden" aria-live="polite">
        {toolbox.chosen?.hint} {chosen ? kind.describe(outline, chosen) : selection.length > 1 && texts.canvas.selectedCount(selection.length)}
      </div>
      {isEmpty && !toolbox.chosen && !isDragging && <EmptyPicture session={session} kind={kind} onAdd={add} />}
      <Toolbox
        groups={kind.toolbox}
        chosen={toolbox.chosen}
        onChoose={(item) => {
          toolbox.choose(item);
          element.current?.focus();
        }}
        onDrag={(event) => tracker.hover({ x: event.clientX, y: event.clientY })}
        onDrop={(event) => {
          const under = document.elementFromPoint(event.clientX, event.clientY);
          if (under && element.current?.contains(under) && !isOnControl({ target: under })) tracker.drop(pointerOf(event));
        }}
      />
      {toolbox.chosen && (
        <p className="tool-hint" aria-hidden="true">
          <b>{toolbox.chosen.label}</b> {toolbox.chosen.hint}
        </p>
      )}
      {isActive && chosen && isQuiet && <ElementToolbar {...parts} kind={kind} element={chosen} />}
      {editing && edited && (
        <InlineEditor
          words={editing.words}
          isName={edited.isName === true}
          isLong={kind.isLong(edited)}
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
        hasProperties={hasProperties}
        onProperties={() => setProperties(!hasProperties)}
        onArrange={kind.hasPlaces ? () => session.arrange(null) : null}
      />
      {findCount > 0 && (
        <FindField
          asked={findCount}
          session={session}
          onFound={(id) => {
            const found = geometry()?.partsOf(id);
            const main = found?.find((one) => kind.isMainPart(one.part)) ?? found?.[0];
            if (main) controls.reveal(main.box, false);
          }}
          onClose={() => {
            setFindCount(0);
            element.current?.focus();
          }}
        />
      )}
      {hasProperties && <PropertiesPanel kind={kind} parts={parts} />}
      <Minimap picture={state.pieces ? null : picture} size={size} controls={controls} />
      {popup && (
        <PopupMenu
          at={popup.at}
          items={popup.items}
          key={popup.key}
          label={texts.canvas.menu}
          onClose={() => {
            closePopup();
            element.current?.focus();
          }}
        />
      )}
    </div>
  );
}
