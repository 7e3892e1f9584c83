import { Icon } from '../../components/Icon';
import { texts } from '../../texts';
import type { Part, Point } from './Geometry';
import type { PictureModel } from './usePicture';

/** Marks at the elements with which something is wrong; each tells what. Remarks have none. */
export function ProblemMarks({ model }: { model: PictureModel }): JSX.Element | null {
  const { session, state, kind, controls, offer, isDragging, problems, problemParts } = model;
  const { x, y, scale } = controls.viewport;
  if (isDragging || state.editing) return null;
  return (
    <>
      {problemParts.map((part) => {
        const { id } = part;
        const found = problems.get(id) ?? [];
        const corner = kind.isLine(part.part) ? middleOf(part) : cornerOf(part);
        const severity = found.some((one) => one.severity === 'error') ? 'error' : 'warning';
        const said = found.map((one) => one.message).join(' ');
        return (
          <button
            key={id}
            type="button"
            className={`problem-mark problem-mark-${severity}`}
            style={{ left: x + corner.x * scale, top: y + corner.y * scale }}
            aria-label={texts.canvas.problemsOf(state.outline.element(id)?.words ?? id)}
            title={said}
            onClick={() =>
              offer(
                corner,
                found.map((one) => ({
                  label: one.hint ? `${one.message} ${one.hint}` : one.message,
                  action: () => session.showInSource(session.range(one.start, one.end)),
                })),
              )
            }
          >
            <Icon name="exclamation" />
          </button>
        );
      })}
    </>
  );
}

function cornerOf({ box }: Part): Point {
  return { x: box.x + box.width, y: box.y };
}

/** Of the longest stretch of a line. */
function middleOf(part: Part): Point {
  const [line = []] = part.strokes?.().lines ?? [];
  const stretches = line.slice(1).map((end, index) => ({ start: line[index] ?? end, end }));
  const length = ({ start, end }: (typeof stretches)[number]) => Math.hypot(end.x - start.x, end.y - start.y);
  const [longest] = stretches.sort((one, other) => length(other) - length(one));
  return longest ? { x: (longest.start.x + longest.end.x) / 2, y: (longest.start.y + longest.end.y) / 2 } : cornerOf(part);
}
