import type { IconName } from '../../components/Icon';
import { IconButton } from '../../components/IconButton';
import { texts } from '../../texts';
import type { ViewportControls } from './useViewport';

type Props = {
  controls: ViewportControls;
  hasGrid: boolean;
  onGrid: () => void;
  onAdd: () => void;
  /** What `onAdd` adds. */
  addLabel: string;
  addIcon: IconName;
  /** Null where nothing can be arranged. */
  onArrange: (() => void) | null;
};

/** Zoom, grid, and what can be added without a selection. */
export function PictureTools({ controls, hasGrid, onGrid, onAdd, addLabel, addIcon, onArrange }: Props): JSX.Element {
  return (
    <div className="picture-tools">
      <IconButton icon={addIcon} label={addLabel} onClick={onAdd} />
      {onArrange && <IconButton icon="arrange" label={texts.canvas.arrange} onClick={onArrange} />}
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
