import { useState } from 'react';
import { Choice } from '../../../components/Choice';
import { IconButton } from '../../../components/IconButton';
import { texts } from '../../../texts';
import type { PictureParts } from '../../picture/KindClient';
import { chosenRelationship } from './chosenRelationship';
import { classifierKinds, commands, relationshipKindsOf, type RelationshipKind } from './commands';
import { MemberList } from './MemberList';
import { details } from './details';
import { hasFeatures, type ClassifierElement } from './outline';

type Props = PictureParts & { readonly element: ClassifierElement };

/** What can be done with a class: its kind, its members, a copy, and what a relation that is drawn from it will be. */
export function ClassifierTools({ session, element, report, onEdit }: Props): JSX.Element {
  const { id, kind } = element;
  const [relationship, setRelationship] = useState(chosenRelationship(session).kind);
  const [isOpen, setOpen] = useState(false);

  function choose(kind: RelationshipKind): void {
    chosenRelationship(session).kind = kind;
    setRelationship(kind);
  }

  return (
    <>
      <Choice
        label={texts.canvas.classifier}
        value={kind}
        values={classifierKinds}
        nameOf={(one) => texts.canvas.classifiers[one]}
        onChoice={(one) => report(session.edit(commands.changeKind(id, one)))}
      />
      {hasFeatures(element) && (
        <>
          <IconButton
            icon="plus"
            label={texts.canvas.addMember}
            shortcut="Shift+Enter"
            onClick={() => onEdit(id, details.added(element) ?? undefined)}
          />
          <span className="member-menu">
            <IconButton icon="members" label={texts.canvas.members} aria-expanded={isOpen} onClick={() => setOpen(!isOpen)} />
            {isOpen && <MemberList key={id} session={session} element={element} report={report} isFocused />}
          </span>
        </>
      )}
      <span className="choice-title" aria-hidden="true">
        {texts.canvas.nextRelationshipTitle}
      </span>
      <Choice
        label={texts.canvas.nextRelationship}
        value={relationship}
        values={relationshipKindsOf(session.kind)}
        nameOf={(one) => texts.canvas.relationships[one]}
        onChoice={choose}
      />
      <IconButton icon="copy" label={texts.canvas.duplicate} onClick={() => report(session.edit(commands.duplicate(id), { selectsNew: true }))} />
    </>
  );
}
