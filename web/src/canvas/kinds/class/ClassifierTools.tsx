import { useState } from 'react';
import { IconButton } from '../../../components/IconButton';
import { texts } from '../../../texts';
import type { PictureParts } from '../../picture/KindClient';
import { chosenRelationship } from './chosenRelationship';
import { classifierKinds, commands, relationshipKinds, type ClassifierKind, type RelationshipKind } from './commands';
import { MemberList } from './MemberList';
import type { ClassifierElement } from './outline';

type Props = PictureParts & { readonly element: ClassifierElement };

/** What can be done with a class: its kind, its members, a copy, and what a relation that is drawn from it will be. */
export function ClassifierTools({ session, element, report }: Props): JSX.Element {
  const { id, kind } = element;
  const [relationship, setRelationship] = useState(chosenRelationship(session).kind);
  const [isOpen, setOpen] = useState(false);

  function choose(kind: RelationshipKind): void {
    chosenRelationship(session).kind = kind;
    setRelationship(kind);
  }

  return (
    <>
      <select
        aria-label={texts.canvas.classifier}
        value={kind}
        onChange={(event) => report(session.edit(commands.changeKind(id, event.target.value as ClassifierKind)))}
      >
        {classifierKinds.map((kind) => (
          <option key={kind} value={kind}>
            {texts.canvas.classifiers[kind]}
          </option>
        ))}
      </select>
      <IconButton icon="members" label={texts.canvas.members} aria-expanded={isOpen} onClick={() => setOpen(!isOpen)} />
      {isOpen && <MemberList key={id} session={session} element={element} report={report} />}
      <select aria-label={texts.canvas.nextRelationship} value={relationship} onChange={(event) => choose(event.target.value as RelationshipKind)}>
        {relationshipKinds.map((kind) => (
          <option key={kind} value={kind}>
            {texts.canvas.relationships[kind]}
          </option>
        ))}
      </select>
      <IconButton icon="copy" label={texts.canvas.duplicate} onClick={() => report(session.edit(commands.duplicate(id), { selectsNew: true }))} />
    </>
  );
}
