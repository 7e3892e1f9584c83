import { Choice } from '../../../components/Choice';
import { texts } from '../../../texts';
import type { PropertiesProps } from '../../picture/KindClient';
import { Property, WordsProperty } from '../../picture/Property';
import { commands } from './commands';
import { FragmentConditions } from './FragmentConditions';
import { isFragment, isMessage, isStatement, messageSorts, type MessageSort, type Statement } from './outline';

/** The properties of elements of a sequence diagram; of several messages their sort. */
export function SequenceProperties({ session, report, elements }: PropertiesProps): JSX.Element {
  const [only] = elements.length === 1 ? elements : [];
  const messages = elements.filter((one): one is Statement & { sort: MessageSort } => isStatement(one) && isMessage(one));
  const [first] = messages;
  return (
    <>
      {only && !(isStatement(only) && isFragment(only)) && (
        <WordsProperty
          label={only.isName === true ? texts.canvas.name : texts.canvas.elementText}
          words={only.words}
          onWords={(words) => report(session.edit(commands.changeWords(only.id, words.trim()), { selects: only.id }))}
        />
      )}
      {first && messages.length === elements.length && (
        <Property label={texts.canvas.sort}>
          <Choice
            label={texts.canvas.sort}
            value={messages.every((one) => one.sort === first.sort) ? first.sort : undefined}
            values={messageSorts}
            nameOf={(sort) => texts.canvas.sorts[sort]}
            onChoice={(sort) =>
              report(
                session.edit(
                  messages.map(
                    ({ id }) =>
                      ({ idOf }) =>
                        commands.changeSort(idOf(id) ?? id, sort),
                  ),
                ),
              )
            }
          />
        </Property>
      )}
      {only && isStatement(only) && isFragment(only) && <FragmentConditions key={only.id} session={session} report={report} fragment={only} />}
    </>
  );
}
