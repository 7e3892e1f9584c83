import { useState, type CSSProperties, type KeyboardEvent } from 'react';
import { texts } from '../../texts';
import { EmptyPicture } from './EmptyPicture';
import { boxAroundAll } from './Geometry';
import { Hint } from './hints/Hint';
import { actionOf } from './keys';
import { Minimap } from './Minimap';
import { PictureBars } from './PictureBars';
import { PictureFields } from './PictureFields';
import { ProblemMarks } from './ProblemMarks';
import { DragWords, PictureOverlay } from './PictureOverlay';
import { openAdded } from './tools/openAdded';
import { gridStep, openMenuAt, openMenuOfSelection, usePicture, type PictureModel, type PictureProps } from './usePicture';

/** The picture of the diagram, on which it can be changed. Whatever is done here is a command, which the engine makes an edit of the text. */
export function Picture(props: PictureProps): JSX.Element {
  const model = usePicture(props);
  const [isActive, setActive] = useState(false);
  // How often it was asked for; 0 while the field is closed.
  const [findCount, setFindCount] = useState(0);
  const { session, state, kind, element, isSpaceDown, size, controls, toolbox, isDragging } = model;

  return (
    <div
      ref={element}
      className={classesOf(model)}
      style={gridStyle(model)}
      role="application"
      aria-label={texts.canvas.canvas}
      tabIndex={0}
      onKeyDown={(event) => keyDown(event, model, () => setFindCount(findCount + 1))}
      onKeyUp={(event) => event.key === ' ' && (isSpaceDown.current = false)}
      onFocus={() => setActive(true)}
      onBlur={(event) => {
        isSpaceDown.current = false;
        if (!event.currentTarget.contains(event.relatedTarget)) setActive(false);
      }}
      onContextMenu={(event) => openMenuAt(event, model)}
      {...model.handlers}
    >
      <ShownPicture model={model} />
      {state.outline.isEmpty && !toolbox.chosen && !isDragging && <EmptyPicture session={session} kind={kind} onAdd={() => add(model)} />}
      <PictureBars model={model} isActive={isActive} />
      <Minimap picture={state.pieces ? null : state.picture} size={size} controls={controls} />
      <ProblemMarks model={model} />
      <Hint model={model} />
      <PictureFields model={model} findCount={findCount} onFindClosed={() => setFindCount(0)} />
    </div>
  );
}

/** The picture itself with what is marked on it, and what is said of it. */
function ShownPicture({ model }: { model: PictureModel }): JSX.Element {
  const { state, kind, content, controls, marked, drag, chosen, isQuiet, toolbox } = model;
  const { viewport } = controls;
  const handles = chosen && marked[0] && isQuiet ? kind.handles(chosen, marked[0]) : [];
  const count = state.selection.length;
  return (
    <>
      <div
        ref={content}
        className="picture-content"
        hidden={state.outline.isEmpty && state.source.trim() === ''}
        style={{ transform: `translate(${viewport.x}px, ${viewport.y}px) scale(${viewport.scale})` }}
      />
      <PictureOverlay viewport={viewport} marked={marked} isLine={kind.isLine} handles={handles} drag={drag} />
      <DragWords viewport={viewport} drag={drag} />
      <div className="visually-hidden" aria-live="polite">
        {toolbox.chosen?.hint} {chosen ? kind.describe(state.outline, chosen) : count > 1 && texts.canvas.selectedCount(count)}
      </div>
    </>
  );
}

function classesOf({ drag, isDragging, toolbox, hasGrid }: PictureModel): string {
  const tool = isDragging ? `picture-drag-${drag?.name}` : toolbox.chosen ? 'picture-tool' : '';
  return `picture ${hasGrid ? 'picture-grid' : ''} ${tool}`;
}

/** The grid's points are in the plane of the layout, where elements come into line with them. */
function gridStyle({ hasGrid, controls, state }: PictureModel): CSSProperties | undefined {
  if (!hasGrid) return undefined;
  const { x, y, scale } = controls.viewport;
  let step = gridStep * scale;
  while (step < 12) step *= 2;
  const { origin } = state;
  // A point is in the middle of its tile.
  return {
    backgroundSize: `${step}px ${step}px`,
    backgroundPosition: `${x + origin.x * scale - step / 2}px ${y + origin.y * scale - step / 2}px`,
  };
}

function keyDown(event: KeyboardEvent, model: PictureModel, onFind: () => void): void {
  const { session, kind, element, isSpaceDown, boxes, controls, toolbox, tracker, parts } = model;
  if (event.target !== element.current) return;
  if (event.key === ' ') isSpaceDown.current = true;
  const { onEdit, report } = parts;
  const action = actionOf(event, {
    session,
    kind,
    controls,
    toolbox,
    onEdit,
    onFind,
    report,
    onShow: () => {
      const around = boxAroundAll(boxes);
      if (around) controls.reveal(around, true);
    },
    onMenu: () => openMenuOfSelection(model),
    onCancel: () => tracker.cancel(),
  });
  if (action) event.preventDefault();
  action?.();
}

/** Adds what such diagrams have most, and opens the field for its name. */
function add({ session, kind, parts }: PictureModel): void {
  openAdded(parts, kind.add(session));
}
