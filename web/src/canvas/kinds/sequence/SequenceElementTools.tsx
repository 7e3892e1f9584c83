import { Choice } from '../../../components/Choice';
import { IconButton } from '../../../components/IconButton';
import { texts } from '../../../texts';
import type { ElementToolsProps } from '../../picture/KindClient';
import { commands } from './commands';
import { moveStatement } from './elements';
import { FragmentConditions } from './FragmentConditions';
import { kindChoice } from './fragments';
import { fragmentKinds, isFragment, isMessage, isParticipant, isStatement, messageSorts, participantKinds } from './outline';
import { wrapAndOpen } from './wrapping';

/** What can be done with a statement or a participant of a sequence diagram. */
export function SequenceElementTools(props: ElementToolsProps): JSX.Element | null {
  const { session, element, report } = props;
  const { id } = element;
  if (isParticipant(element) && element.words !== '') {
    return (
      <Choice
        label={texts.canvas.participantKind}
        value={element.kind}
        values={participantKinds}
        nameOf={(kind) => texts.canvas.participants[kind]}
        onChoice={(kind) => report(session.edit(commands.changeKind(id, kind)))}
      />
    );
  }
  if (!isStatement(element)) return null;

  return (
    <>
      {isMessage(element) && (
        <Choice
          label={texts.canvas.sort}
          value={element.sort}
          values={messageSorts}
          nameOf={(sort) => texts.canvas.sorts[sort]}
          onChoice={(sort) => report(session.edit(commands.changeSort(id, sort)))}
        />
      )}
      <IconButton icon="arrowUp" label={texts.canvas.moveUp} shortcut="Alt+↑" onClick={() => report(moveStatement(session, id, -1))} />
      <IconButton icon="arrowDown" label={texts.canvas.moveDown} shortcut="Alt+↓" onClick={() => report(moveStatement(session, id, 1))} />
      {isFragment(element) ? (
        <>
          <Choice {...kindChoice(props, element)} />
          <FragmentConditions key={id} session={session} report={report} fragment={element} />
          <button type="button" className="button button-quiet" onClick={() => report(session.edit(commands.unwrap(id)))}>
            {texts.canvas.unwrap}
          </button>
        </>
      ) : (
        <Choice
          label={texts.canvas.wrapIn}
          value={undefined}
          values={fragmentKinds}
          nameOf={(kind) => kind}
          onChoice={(kind) => wrapAndOpen(props, [id], kind)}
          placeholder={texts.canvas.wrapIn}
        />
      )}
    </>
  );
}
