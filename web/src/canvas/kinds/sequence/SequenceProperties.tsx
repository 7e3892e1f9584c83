import { texts } from '../../../texts';
import type { PropertiesProps } from '../../picture/KindClient';
import { ChoiceProperty, WordsProperty } from '../../picture/Property';
import { forElement } from '../../session/editAll';
import { commands } from './commands';
import { FragmentConditions } from './FragmentConditions';
import { kindChoice } from './fragments';
import { isFragment, isMessage, isParticipant, isStatement, messageSorts, participantKinds, type MessageSort, type Statement } from './outline';

/** The properties of elements of a sequence diagram; of several messages their sort. */
export function SequenceProperties({ session, report, elements }: PropertiesProps): JSX.Element {
  const [only] = elements.length === 1 ? elements : [];
  const messages = elements.filter((one): one is Statement & { sort: MessageSort } => isStatement(one) && isMessage(one));
  const [first] = messages;
  const named = elements.filter(isParticipant).filter((one) => one.words !== '');
  return (
    <>
      {only && !(isStatement(only) && isFragment(only)) && (
        <WordsProperty
          label={only.isName === true ? texts.canvas.name : texts.canvas.elementText}
          words={only.words}
          onWords={(words) => report(session.edit(commands.changeWords(only.id, words.trim())))}
        />
      )}
      {named.length === elements.length && (
        <ChoiceProperty
          label={texts.canvas.participantKind}
          value={named.every((one) => one.kind === named[0]?.kind) ? named[0]?.kind : undefined}
          values={participantKinds}
          nameOf={(kind) => texts.canvas.participants[kind]}
          onChoice={(kind) => report(session.edit(named.map(({ id }) => forElement(id, (now) => commands.changeKind(now, kind)))))}
        />
      )}
      {first && messages.length === elements.length && (
        <ChoiceProperty
          label={texts.canvas.sort}
          value={messages.every((one) => one.sort === first.sort) ? first.sort : undefined}
          values={messageSorts}
          nameOf={(sort) => texts.canvas.sorts[sort]}
          onChoice={(sort) => report(session.edit(messages.map(({ id }) => forElement(id, (now) => commands.changeSort(now, sort)))))}
        />
      )}
      {only && isStatement(only) && isFragment(only) && (
        <>
          <ChoiceProperty {...kindChoice({ session, report }, only)} />
          <FragmentConditions key={only.id} session={session} report={report} fragment={only} />
        </>
      )}
    </>
  );
}
