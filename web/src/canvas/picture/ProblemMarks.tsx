import { Icon } from '../../components/Icon';
import { texts } from '../../texts';
import type { PictureModel } from './usePicture';

/** Marks at the elements with which something is wrong; each tells what. Remarks have none. */
export function ProblemMarks({ model }: { model: PictureModel }): JSX.Element | null {
  const { session, state, controls, offer, isDragging, problems, problemParts } = model;
  const { x, y, scale } = controls.viewport;
  if (isDragging || state.editing) return null;
  return (
    <>
      {problemParts.map(({ id, box }) => {
        const found = problems.get(id) ?? [];
        const corner = { x: box.x + box.width, y: box.y };
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
