import { texts } from '../../../texts';
import type { Outline, OutlineElement } from '../../engine/Outline';
import type { KindClient, Step } from '../../picture/KindClient';
import type { DiagramSession } from '../../session/DiagramSession';
import { ClassElementTools } from './ClassElementTools';
import { ClassProperties } from './ClassProperties';
import { copied, paste } from './clipboard';
import { commands, type ClassifierKind } from './commands';
import { addAt, newName } from './creation';
import { details } from './details';
import { handlesOf } from './handles';
import { movedLine, withLedLines } from './ledLines';
import { duplicate } from './duplicating';
import { align, menuOf } from './menu';
import { isClassifier, isLong, isRelationship, type RelationshipElement } from './outline';
import { positionsTogether } from './positions';
import { classToolbox, newClassKinds, newUseCaseKinds, useCaseToolbox } from './toolbox';
import { ClassTools } from './tools/ClassTools';
import { movedBy } from './tools/Shifting';
import { wordsOf } from './words';

/** Class diagrams in the page. */
export const classDiagram: KindClient = {
  fileExtension: 'puml',
  words: texts.canvas.kinds.class,
  gestures: ['place', 'connect', 'members', 'move'],
  wordsOf,
  counts: ({ elements }) => ({ elements: elements.filter(isClassifier).length, connections: elements.filter(isRelationship).length }),
  toolbox: classToolbox,
  tools: (parts) => new ClassTools(parts, newClassKinds),
  ElementTools: ClassElementTools,
  Properties: ClassProperties,
  menu: (parts, ids) => menuOf(parts, ids, 'package'),
  isMainPart: () => true,
  isLine: (part) => part === 'relationship',
  details,
  isLong,
  handles: handlesOf,
  describe,
  add: (session) => add(session, 'class'),
  copied,
  paste,
  duplicate,
  move,
  align,
  hasPlaces: true,
};

/** Use case diagrams in the page: they are of the same elements. */
export const useCaseDiagram: KindClient = {
  ...classDiagram,
  words: texts.canvas.kinds.usecase,
  toolbox: useCaseToolbox,
  tools: (parts) => new ClassTools(parts, newUseCaseKinds),
  menu: (parts, ids) => menuOf(parts, ids, 'rectangle'),
  add: (session) => add(session, 'usecase'),
};

/** As many relations of a class are told; more would take too long to hear. */
const mostTold = 5;

function describe(outline: Outline, element: OutlineElement): string {
  const { classifiers, relationships, relatedTo, describeClassifier, describeElement, describeRelationship, relationship } = texts.canvas;
  const nameOf = (id: string) => outline.element(id)?.words ?? id;
  const kindOf = ({ kind }: RelationshipElement) => (kind ? relationships[kind] : relationship);
  if (isRelationship(element)) return describeRelationship(kindOf(element), nameOf(element.first), nameOf(element.second), element.words);
  if (!isClassifier(element)) return describeElement(element.role, element.words);
  const lines = outline.elements.filter(isRelationship).filter(({ first, second }) => first === element.id || second === element.id);
  const told = lines.slice(0, mostTold).map((one) => relatedTo(kindOf(one), nameOf(one.first === element.id ? one.second : one.first)));
  return describeClassifier(element.words, classifiers[element.kind], element.features.length, told);
}

/** Adds an element with a name that no other has, and selects it. */
function add(session: DiagramSession, kind: ClassifierKind): string | null {
  return addAt(session, [commands.addClassifier(kind, newName(session, kind))], null);
}

/** In pixels. */
const steps = { long: 10, short: 1 };

function move(session: DiagramSession, ids: ReadonlyArray<string>, { x, y, isShort }: Step): string | null {
  const length = isShort ? steps.short : steps.long;
  const only = ids.length === 1 && ids[0] !== undefined ? session.current().outline.element(ids[0]) : undefined;
  if (only && isRelationship(only)) {
    const led = movedLine(session, only, x * length, y * length);
    if (led) session.put(led);
    return null;
  }
  const positions = withLedLines(session, positionsTogether(session, ids));
  if (Object.keys(positions).length > 0) session.put(movedBy(positions, x * length, y * length));
  return null;
}
