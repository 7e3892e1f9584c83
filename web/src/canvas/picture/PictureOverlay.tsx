import type { Box, Geometry } from './Geometry';
import type { Drag } from './usePictureGestures';
import type { Viewport } from './useViewport';

type Props = { viewport: Viewport; box: Box | null; drag: Drag | null; geometry: Geometry | null };

/** What lies above the picture: the frame of the selected element, and what is being dragged. */
export function PictureOverlay({ viewport, box, drag, geometry }: Props): JSX.Element {
  const { scale, x, y } = viewport;
  return (
    <svg className="picture-overlay" aria-hidden="true">
      <g transform={`translate(${x} ${y}) scale(${scale})`}>
        {box && (
          <rect
            className="selection"
            x={box.x - 5}
            y={box.y - 5}
            width={box.width + 10}
            height={box.height + 10}
            rx={5}
            vectorEffect="non-scaling-stroke"
          />
        )}
        {drag?.kind === 'message' && geometry && <MessagePreview drag={drag} geometry={geometry} />}
        {drag?.kind === 'move' && <line className="drop-line" x1={0} x2={10_000} y1={drag.y} y2={drag.y} vectorEffect="non-scaling-stroke" />}
      </g>
    </svg>
  );
}

function MessagePreview({ drag, geometry }: { drag: Drag & { kind: 'message' }; geometry: Geometry }): JSX.Element {
  const from = geometry.lifelines.find((one) => one.participant === drag.from)?.x ?? drag.start.x;
  const target = geometry.lifelines.find((one) => one.participant === drag.to);
  const to = target?.x ?? drag.end.x;
  const { y } = drag.end;
  const isSelf = drag.from === drag.to;
  const direction = to >= from ? 1 : -1;
  const path = isSelf
    ? `M${from} ${y}h36v20h-34m6 -5l-7 5l7 5`
    : `M${from} ${y}H${to - direction}m${-8 * direction} -5l${8 * direction} 5l${-8 * direction} 5`;
  return (
    <>
      <line className="target-line" x1={to} x2={to} y1={target?.top} y2={target?.bottom} vectorEffect="non-scaling-stroke" />
      <path className="message-preview" d={path} vectorEffect="non-scaling-stroke" />
    </>
  );
}
