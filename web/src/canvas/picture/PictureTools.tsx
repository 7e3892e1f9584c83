import { IconButton } from '../../components/IconButton';
import { texts } from '../../texts';
import type { ViewportControls } from './useViewport';

type Props = {
  controls: ViewportControls;
  hasGrid: boolean;
  onGrid: () => void;
  hasProperties: boolean;
  onProperties: () => void;
  /** Null where nothing can be arranged. */
  onArrange: (() => void) | null;
};

/** Zoom, grid, and what is done with the picture as a whole. */
export function PictureTools({ controls, hasGrid, onGrid, hasProperties, onProperties, onArrange }: Props): JSX.Element {
  return (
    <div className="picture-tools">
      {onArrange && (
        <>
          <IconButton icon="arrange" label={texts.canvas.arrange} onClick={onArrange} />
          <span className="separator" />
        </>
      )}
      <IconButton icon="minus" label={texts.canvas.zoomOut} shortcut="−" onClick={() => controls.zoom(0.8)} />
      <button
        type="button"
        className="zoom-level"
        title={`${texts.canvas.actualSize} (.)`}
        aria-label={texts.canvas.actualSize}
        onClick={controls.actualSize}
      >
        {Math.round(controls.viewport.scale * 100)} %
      </button>
      <IconButton icon="plus" label={texts.canvas.zoomIn} shortcut="+" onClick={() => controls.zoom(1.25)} />
      <IconButton icon="fit" label={texts.canvas.fit} shortcut="0" onClick={controls.fit} />
      <IconButton icon="grid" label={texts.canvas.grid} aria-pressed={hasGrid} onClick={onGrid} />
      <IconButton icon="sliders" label={texts.canvas.properties} aria-pressed={hasProperties} onClick={onProperties} />
    </div>
  );
}
