import { IconButton } from '../../../components/IconButton';
import { texts } from '../../../texts';
import type { DiagramSession } from '../../session/DiagramSession';
import type { DiagramState } from '../../session/DiagramState';
import { deleteElement, moveElement } from './elements';
import { fragmentKinds, isFragment, isMessage, messageSorts, statementOf, type FragmentKind, type MessageSort } from './outline';

type Props = {
  session: DiagramSession;
  state: DiagramState;
  id: string;
  onEdit: () => void;
  onError: (error: string) => void;
};

/** Fragments whose condition stands in parentheses after their word. */
const withCondition: ReadonlySet<FragmentKind> = new Set(['alt', 'opt', 'loop', 'break', 'ignore', 'consider', 'section']);

/** What can be done with the selected element. It has a place of its own, so that it covers nothing that one might want to click next. */
export function ElementToolbar({ session, state, id, onEdit, onError }: Props): JSX.Element {
  const statement = statementOf(state.outline, id);

  function report(error: string | null): void {
    if (error) onError(error);
  }

  function wrap(kind: FragmentKind): void {
    if (statement)
      report(
        session.edit(
          (engine, source) => engine.wrap(source, statement.id, kind, withCondition.has(kind) ? texts.canvas.condition : ''),
          () => id,
        ),
      );
  }

  return (
    <div className="element-toolbar" role="toolbar" aria-label={texts.canvas.edit}>
      <IconButton icon="pencil" label={texts.canvas.edit} shortcut="F2" onClick={onEdit} />
      {statement && isMessage(statement) && (
        <select
          aria-label={texts.canvas.sort}
          value={statement.sort}
          onChange={(event) =>
            report(
              session.edit(
                (engine, source) => engine.changeSort(source, statement.id, event.target.value as MessageSort),
                () => id,
              ),
            )
          }
        >
          {messageSorts.map((sort) => (
            <option key={sort} value={sort}>
              {texts.canvas.sorts[sort]}
            </option>
          ))}
        </select>
      )}
      {statement && (
        <>
          <IconButton icon="arrowUp" label={texts.canvas.moveUp} shortcut="Alt+↑" onClick={() => report(moveElement(session, id, -1))} />
          <IconButton icon="arrowDown" label={texts.canvas.moveDown} shortcut="Alt+↓" onClick={() => report(moveElement(session, id, 1))} />
          <select aria-label={texts.canvas.wrapIn} value="" onChange={(event) => wrap(event.target.value as FragmentKind)}>
            <option value="" disabled>
              {texts.canvas.wrapIn}
            </option>
            {fragmentKinds.map((kind) => (
              <option key={kind} value={kind}>
                {kind}
              </option>
            ))}
          </select>
        </>
      )}
      {statement && isFragment(statement) && (
        <button
          type="button"
          className="button button-quiet"
          onClick={() =>
            report(
              session.edit(
                (engine, source) => engine.unwrap(source, statement.id),
                () => null,
              ),
            )
          }
        >
          {texts.canvas.unwrap}
        </button>
      )}
      <IconButton icon="trash" label={texts.canvas.deleteElement} shortcut="Del" onClick={() => report(deleteElement(session, id))} />
    </div>
  );
}
