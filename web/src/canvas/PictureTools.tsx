import { IconButton } from '../components/IconButton';
import { texts } from '../texts';
import type { DiagramSession } from './DiagramSession';
import { addParticipant } from './elements';
import type { ViewportControls } from './useViewport';

type Props = {
  controls: ViewportControls;
  session: DiagramSession;
  hasGrid: boolean;
  onGrid: () => void;
  onEdit: (id: string) => void;
  onError: (error: string) => void;
};

/** Zoom, grid, and what can be added without a selection. */
export function PictureTools({ controls, session, hasGrid, onGrid, onEdit, onError }: Props): JSX.Element {
  function add(): void {
    const error = addParticipant(session);
    if (error) return onError(error);
    const { selected } = session.current();
    if (selected) onEdit(selected);
  }

  return (
    <div className="picture-tools">
      <IconButton icon="person" label={texts.canvas.addParticipant} onClick={add} />
      <span className="separator" />
      <IconButton icon="minus" label={texts.canvas.zoomOut} shortcut="−" onClick={() => controls.zoom(0.8)} />
      <button
        type="button"
        className="zoom-level"
        title={`${texts.canvas.actualSize} (1)`}
        aria-label={texts.canvas.actualSize}
        onClick={controls.actualSize}
      >
        {Math.round(controls.viewport.scale * 100)} %
      </button>
      <IconButton icon="plus" label={texts.canvas.zoomIn} shortcut="+" onClick={() => controls.zoom(1.25)} />
      <IconButton icon="fit" label={texts.canvas.fit} shortcut="0" onClick={controls.fit} />
      <IconButton icon="grid" label={texts.canvas.grid} aria-pressed={hasGrid} onClick={onGrid} />
    </div>
  );
}
