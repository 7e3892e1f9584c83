import { texts } from '../../../../texts';
import type { Part, Point } from '../../../picture/Geometry';
import type { PictureParts } from '../../../picture/KindClient';
import { openAdded } from '../../../picture/tools/openAdded';
import { commands, type ClassifierKind, type RelationshipKind } from '../commands';
import { addAt, newName } from '../creation';
import { isClassifier } from '../outline';
import type { DiagramSession } from '../../../session/DiagramSession';
import type { Connecting } from './ConnectGesture';
import { placesOf } from '../ClassPlaces';

/**
 * What comes of a relation that is drawn from an element.
 *
 * @param newKinds What is offered where there is nothing yet.
 */
export function connectingFrom(
  source: Part,
  parts: PictureParts,
  kind: RelationshipKind,
  newKinds: ReadonlyArray<ClassifierKind>,
  onUsed: (isKept: boolean) => void = () => undefined,
): Connecting {
  const { session, report, offer } = parts;
  return {
    kind,
    endAt: (at) => placesOf(parts)?.end(at) ?? null,
    connect: (target) => {
      onUsed(false);
      report(session.edit(commands.connect(suiting(session, kind, source.id, target.id), source.id, target.id), { selectsNew: true }));
    },
    offer: (at) => {
      onUsed(false);
      offer(
        at,
        newKinds.map((one) => ({
          label: texts.canvas.classifiers[one],
          action: () => openAdded(parts, addConnected(parts, source.id, kind, one, at)),
        })),
      );
    },
  };
}

/** Only use cases include and extend each other: with anybody else they are associated. */
export function suiting({ current }: DiagramSession, kind: RelationshipKind, ...ends: ReadonlyArray<string>): RelationshipKind {
  if (kind !== 'include' && kind !== 'extend') return kind;
  const isUseCase = (id: string) => {
    const element = current().outline.element(id);
    return element !== undefined && isClassifier(element) && element.kind === 'usecase';
  };
  return ends.every(isUseCase) ? kind : 'association';
}

/** Adds an element with a relation to it. */
function addConnected({ session }: PictureParts, source: string, relationship: RelationshipKind, kind: ClassifierKind, at: Point): string | null {
  return addAt(
    session,
    [
      commands.addClassifier(kind, newName(session, kind)),
      ({ created, idOf }) => commands.connect(relationship, idOf(source) ?? source, created[0] ?? ''),
    ],
    at,
  );
}
