import type { Box, Point } from './Geometry';
import type { Drag } from './tools/PointerTracker';
import type { Viewport } from './useViewport';

type Props = { viewport: Viewport; boxes: ReadonlyArray<Box>; handles: ReadonlyArray<Point>; drag: Drag | null };

/** What lies above the picture: the frames of the selected elements, the points from which something is drawn to others, and what comes of a drag. */
export function PictureOverlay({ viewport, boxes, handles, drag }: Props): JSX.Element {
  const { scale, x, y } = viewport;
  return (
    <svg className="picture-overlay" aria-hidden="true">
      <g transform={`translate(${x} ${y}) scale(${scale})`}>
        {boxes.map((box) => (
          <rect
            key={`${box.x} ${box.y} ${box.width}`}
            className="selection"
            x={box.x - 5}
            y={box.y - 5}
            width={box.width + 10}
            height={box.height + 10}
            rx={5}
            vectorEffect="non-scaling-stroke"
          />
        ))}
        {handles.map(({ x, y }) => (
          <circle key={`${x} ${y}`} className="handle" cx={x} cy={y} r={5} vectorEffect="non-scaling-stroke" />
        ))}
        {drag?.preview.map(({ className, path }) => (
          <path key={className} className={className} d={path} vectorEffect="non-scaling-stroke" />
        ))}
      </g>
    </svg>
  );
}
