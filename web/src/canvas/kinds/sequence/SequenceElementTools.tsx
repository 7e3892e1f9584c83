import { IconButton } from '../../../components/IconButton';
import { texts } from '../../../texts';
import type { ElementToolsProps } from '../../picture/KindClient';
import { commands } from './commands';
import { moveStatement } from './elements';
import { fragmentKinds, isFragment, isMessage, isStatement, messageSorts, type FragmentKind, type MessageSort } from './outline';

/** Fragments whose condition stands in parentheses after their word. */
const withCondition: ReadonlySet<FragmentKind> = new Set(['alt', 'opt', 'loop', 'break', 'ignore', 'consider', 'section']);

/** What can be done with a statement of a sequence diagram. */
export function SequenceElementTools({ session, element, report }: ElementToolsProps): JSX.Element | null {
  if (!isStatement(element)) return null;
  const { id } = element;

  function wrap(kind: FragmentKind): void {
    report(session.edit(commands.wrap(id, id, kind, withCondition.has(kind) ? texts.canvas.condition : ''), { selectsNew: true }));
  }

  return (
    <>
      {isMessage(element) && (
        <select
          aria-label={texts.canvas.sort}
          value={element.sort}
          onChange={(event) => report(session.edit(commands.changeSort(id, event.target.value as MessageSort)))}
        >
          {messageSorts.map((sort) => (
            <option key={sort} value={sort}>
              {texts.canvas.sorts[sort]}
            </option>
          ))}
        </select>
      )}
      <IconButton icon="arrowUp" label={texts.canvas.moveUp} shortcut="Alt+↑" onClick={() => report(moveStatement(session, id, -1))} />
      <IconButton icon="arrowDown" label={texts.canvas.moveDown} shortcut="Alt+↓" onClick={() => report(moveStatement(session, id, 1))} />
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
      {isFragment(element) && (
        <button type="button" className="button button-quiet" onClick={() => report(session.edit(commands.unwrap(id)))}>
          {texts.canvas.unwrap}
        </button>
      )}
    </>
  );
}
