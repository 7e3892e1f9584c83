import { commands as common, type Command } from '../../engine/Command';
import type { DiagramKind } from '../../engine/DiagramKind';

/** What a box can stand for, by the engine's names (`ClassifierKind` in Sources/UML). */
export const classifierKinds = [
  'class',
  'abstract class',
  'interface',
  'enum',
  'annotation',
  'entity',
  'struct',
  'exception',
  'protocol',
  'record',
  'metaclass',
  'stereotype',
  'datatype',
  'primitive',
  'object',
  'map',
  'diamond',
  'circle',
  'actor',
  'usecase',
] as const;
export type ClassifierKind = (typeof classifierKinds)[number];

/** What can be drawn between two elements (`RelationshipKind` in Sources/UML). */
export const relationshipKinds = [
  'association',
  'directedAssociation',
  'aggregation',
  'composition',
  'generalization',
  'realization',
  'dependency',
  'include',
  'extend',
  'nesting',
] as const;
export type RelationshipKind = (typeof relationshipKinds)[number];

/** Of which relations each kind of diagram makes use. */
export function relationshipKindsOf(diagram: DiagramKind): ReadonlyArray<RelationshipKind> {
  const strangers: ReadonlyArray<RelationshipKind> = diagram === 'usecase' ? ['aggregation', 'composition', 'nesting'] : ['include', 'extend'];
  return relationshipKinds.filter((one) => !strangers.includes(one));
}

/** What a package can be drawn as; there are more. */
export const packageShapes = ['package', 'rectangle', 'folder', 'frame'] as const;
export type PackageShape = (typeof packageShapes)[number];

export type RelationshipEnd = 'first' | 'second';

/** The commands for class diagrams (`ClassCommand` in Sources/UML). A package that is empty is the diagram itself. */
export const commands = {
  ...common,
  addClassifier: (kind: ClassifierKind, name: string, packageId = ''): Command => ({ command: 'addClassifier', kind, name, package: packageId }),
  addPackage: (kind: PackageShape, name: string, packageId = ''): Command => ({ command: 'addPackage', kind, name, package: packageId }),
  addNote: (words: string, element = ''): Command => ({ command: 'addNote', words, element }),
  connect: (kind: RelationshipKind, source: string, target: string): Command => ({ command: 'connect', kind, source, target }),
  changeRelationship: (relationship: string, kind: RelationshipKind): Command => ({ command: 'changeRelationship', relationship, kind }),
  reverse: (relationship: string): Command => ({ command: 'reverse', relationship }),
  attach: (relationship: string, end: RelationshipEnd, element: string): Command => ({ command: 'attach', relationship, end, element }),
  changeEnd: (relationship: string, end: RelationshipEnd, words: string): Command => ({ command: 'changeEnd', relationship, end, words }),
  insertFeature: (classifier: string, index: number, words: string): Command => ({ command: 'insertFeature', classifier, index, words }),
  changeFeature: (classifier: string, index: number, words: string): Command => ({ command: 'changeFeature', classifier, index, words }),
  moveFeature: (classifier: string, index: number, target: number): Command => ({ command: 'moveFeature', classifier, index, target }),
  removeFeature: (classifier: string, index: number): Command => ({ command: 'removeFeature', classifier, index }),
  changeKind: (element: string, kind: ClassifierKind | PackageShape): Command => ({ command: 'changeKind', element, kind }),
  changeStereotypes: (element: string, names: ReadonlyArray<string>): Command => ({ command: 'changeStereotypes', element, words: names.join('\n') }),
  /** @param color Hexadecimal digits or a name; empty for none of its own. */
  changeColor: (element: string, color: string): Command => ({ command: 'changeColor', element, color }),
  move: (elements: ReadonlyArray<string>, packageId: string): Command => ({ command: 'move', elements: elements.join('\n'), package: packageId }),
  wrap: (elements: ReadonlyArray<string>, kind: PackageShape, name: string): Command => ({
    command: 'wrap',
    elements: elements.join('\n'),
    kind,
    name,
  }),
  unwrap: (packageId: string): Command => ({ command: 'unwrap', package: packageId }),
  duplicate: (element: string): Command => ({ command: 'duplicate', element }),
};
