import { texts } from '../../../texts';
import type { Outline, OutlineElement } from '../../engine/Outline';
import { freeName } from '../../picture/elements';
import type { KindClient, Step } from '../../picture/KindClient';
import type { DiagramSession } from '../../session/DiagramSession';
import { ClassElementTools } from './ClassElementTools';
import { ClassTools } from './ClassTools';
import { commands, type ClassifierKind } from './commands';
import { handlesOf } from './handles';
import { positionOf } from './positions';
import { movedBy } from './PutGesture';

/** Class diagrams in the page. */
export const classDiagram: KindClient = {
  fileExtension: 'puml',
  words: texts.canvas.kinds.class,
  addIcon: 'plusSquare',
  tools: (parts) => new ClassTools(parts),
  ElementTools: ClassElementTools,
  isMainPart: () => true,
  // Notes have several lines.
  isChangedInSource: (element) => element.role === 'note',
  handles: (element, box) => (element.role === 'classifier' || element.role === 'package' ? handlesOf(box) : []),
  describe,
  add: (session) => add(session, 'class', texts.canvas.newClass),
  move,
  hasPlaces: true,
};

/** Use case diagrams in the page: they are of the same elements. */
export const useCaseDiagram: KindClient = {
  ...classDiagram,
  words: texts.canvas.kinds.usecase,
  addIcon: 'plusCircle',
  add: (session) => add(session, 'usecase', texts.canvas.newUseCase),
};

function describe(_: Outline, element: OutlineElement): string {
  return texts.canvas.describeElement(element.role, element.words);
}

/** Adds an element with a name that no other has, and selects it. */
function add(session: DiagramSession, kind: ClassifierKind, name: string): string | null {
  const names = new Set(session.current().outline.elements.map((one) => one.id));
  return session.edit(commands.addClassifier(kind, freeName(name, names)), { selectsNew: true });
}

/** In pixels. */
const stepLength = 10;

function move(session: DiagramSession, id: string, { x, y }: Step): string | null {
  const position = positionOf(session, id);
  if (position) session.put(movedBy({ [id]: position }, x * stepLength, y * stepLength));
  return null;
}
