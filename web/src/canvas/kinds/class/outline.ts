import type { OutlineElement } from '../../engine/Outline';
import type { ClassifierKind, PackageShape, RelationshipEnd, RelationshipKind } from './commands';

/** What has a colour of its own: one number of three bytes. */
export type ColoredElement = OutlineElement & { readonly color?: number };

/** What can stand in a package: missing for what stands in none. */
export type PackagedElement = ColoredElement & { readonly package?: string };

/** What the engine says of the elements of class diagrams (`ClassOutline` in Sources/UML). */
export type ClassifierElement = PackagedElement & {
  readonly role: 'classifier';
  readonly kind: ClassifierKind;
  /** As they are written. */
  readonly features: ReadonlyArray<string>;
  readonly stereotypes?: ReadonlyArray<string>;
};

export type PackageElement = PackagedElement & {
  readonly role: 'package';
  readonly shape: PackageShape;
  readonly stereotypes?: ReadonlyArray<string>;
};

export type RelationshipElement = ColoredElement & {
  readonly role: 'relationship';
  /** Missing for what has other signs at its ends. */
  readonly kind?: RelationshipKind;
  /** Ids of what it connects. */
  readonly first: string;
  readonly second: string;
  readonly firstWords: string;
  readonly secondWords: string;
};

export function isPackaged(element: OutlineElement): element is PackagedElement {
  return element.role !== 'relationship';
}

export function isClassifier(element: OutlineElement): element is ClassifierElement {
  return element.role === 'classifier';
}

/** Whether there is room for members. */
export function hasFeatures({ kind }: ClassifierElement): boolean {
  return kind !== 'actor' && kind !== 'usecase' && kind !== 'diamond' && kind !== 'circle';
}

export function isPackage(element: OutlineElement): element is PackageElement {
  return element.role === 'package';
}

export function isRelationship(element: OutlineElement): element is RelationshipElement {
  return element.role === 'relationship';
}

/** At which ends words can be written: multiplicities and roles. Other kinds have none, unless some are there already. */
export function endsOf({ kind, firstWords, secondWords }: RelationshipElement): ReadonlyArray<RelationshipEnd> {
  const hasEnds = kind === undefined || ['association', 'directedAssociation', 'aggregation', 'composition'].includes(kind);
  return hasEnds || firstWords !== '' || secondWords !== '' ? ['first', 'second'] : [];
}

/** Whether its words may have several lines. */
export function isLong(element: OutlineElement): boolean {
  return element.role === 'note';
}
