import type { Part } from './Geometry';
import type { Handle } from './KindClient';
import type { Drag } from './tools/PointerTracker';
import type { Viewport } from './useViewport';

type Props = {
  viewport: Viewport;
  /** What is selected. */
  marked: ReadonlyArray<Part>;
  isLine: (part: string) => boolean;
  handles: ReadonlyArray<Handle>;
  drag: Drag | null;
};

/** What lies above the picture: the selected elements, framed or along their lines, the points from which something is drawn to others, and what comes of a drag. */
export function PictureOverlay({ viewport, marked, isLine, handles, drag }: Props): JSX.Element {
  const { scale, x, y } = viewport;
  return (
    <svg className="picture-overlay" aria-hidden="true">
      <g transform={`translate(${x} ${y}) scale(${scale})`}>
        {marked.map((part) => (isLine(part.part) ? <MarkedLine key={part.id} part={part} /> : <MarkedBox key={part.id} part={part} />))}
        {handles.map(({ x, y, form }) =>
          form === 'size' ? (
            <rect key={`${x} ${y}`} className="handle" x={x - 4} y={y - 4} width={8} height={8} vectorEffect="non-scaling-stroke" />
          ) : (
            <circle key={`${x} ${y}`} className="handle" cx={x} cy={y} r={form === 'piece' ? 3.5 : 5} vectorEffect="non-scaling-stroke" />
          ),
        )}
        {drag?.preview.map(({ className, path }, index) => (
          <path key={index} className={className} d={path} vectorEffect="non-scaling-stroke" />
        ))}
      </g>
    </svg>
  );
}

/** What is said beside the pointer during a drag. */
export function DragWords({ viewport, drag }: Pick<Props, 'viewport' | 'drag'>): JSX.Element {
  return (
    <>
      {drag?.preview.map(
        ({ className, words }, index) =>
          words && (
            <p
              key={index}
              className={`drag-words drag-words-${className}`}
              style={{ left: viewport.x + words.at.x * viewport.scale + 16, top: viewport.y + words.at.y * viewport.scale + 16 }}
            >
              {words.text}
            </p>
          ),
      )}
    </>
  );
}

function MarkedBox({ part: { box } }: { part: Part }): JSX.Element {
  return (
    <rect
      className="selection"
      x={box.x - 5}
      y={box.y - 5}
      width={box.width + 10}
      height={box.height + 10}
      rx={5}
      vectorEffect="non-scaling-stroke"
    />
  );
}

function MarkedLine({ part: { strokes } }: { part: Part }): JSX.Element {
  const [line = []] = strokes?.().lines ?? [];
  return <polyline className="selection-line" points={line.map(({ x, y }) => `${x},${y}`).join(' ')} vectorEffect="non-scaling-stroke" />;
}
