import { Choice } from '../../../components/Choice';
import { IconButton } from '../../../components/IconButton';
import { texts } from '../../../texts';
import type { PictureParts } from '../../picture/KindClient';
import { chosenRelationship } from './chosenRelationship';
import { commands, relationshipKindsOf, type RelationshipEnd, type RelationshipKind } from './commands';
import { endsOf, type RelationshipElement } from './outline';
import { WordsField } from '../../picture/WordsField';

type Props = PictureParts & { readonly element: RelationshipElement };

/** What can be done with a relation: its kind, the other way round, and what stands at its ends. */
export function RelationshipTools({ session, element, report }: Props): JSX.Element {
  const { id } = element;
  const nameOf = (end: RelationshipEnd) => session.current().outline.element(element[end])?.words ?? element[end];

  function change(kind: RelationshipKind): void {
    chosenRelationship(session).kind = kind;
    report(session.edit(commands.changeRelationship(id, kind)));
  }

  return (
    <>
      <Choice
        label={texts.canvas.relationship}
        value={element.kind}
        values={relationshipKindsOf(session.kind)}
        nameOf={(kind) => texts.canvas.relationships[kind]}
        onChoice={change}
        placeholder={texts.canvas.otherRelationship}
      />
      <IconButton icon="reverse" label={texts.canvas.reverse} onClick={() => report(session.edit(commands.reverse(id)))} />
      {endsOf(element).map((end) => (
        <span key={`${id} ${end}`} className="end-field">
          <span className="choice-title" aria-hidden="true">
            {nameOf(end)}
          </span>
          <WordsField
            label={texts.canvas.atEnd(nameOf(end))}
            words={end === 'first' ? element.firstWords : element.secondWords}
            onWords={(words) => report(session.edit(commands.changeEnd(id, end, words)))}
            placeholder={texts.canvas.endExample}
          />
        </span>
      ))}
    </>
  );
}
