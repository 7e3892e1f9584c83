import type { OutlineElement } from '../../engine/Outline';
import type { ClassifierKind, RelationshipKind } from './commands';

/** What the engine says of the elements of class diagrams (`ClassOutline` in Sources/UML). */
export type ClassifierElement = OutlineElement & {
  readonly role: 'classifier';
  readonly kind: ClassifierKind;
  /** As they are written. */
  readonly features: ReadonlyArray<string>;
};

export type RelationshipElement = OutlineElement & {
  readonly role: 'relationship';
  /** Missing for what has other signs at its ends. */
  readonly kind?: RelationshipKind;
  /** Ids of what it connects. */
  readonly first: string;
  readonly second: string;
  readonly firstWords: string;
  readonly secondWords: string;
};

export function isClassifier(element: OutlineElement): element is ClassifierElement {
  return element.role === 'classifier';
}

export function isRelationship(element: OutlineElement): element is RelationshipElement {
  return element.role === 'relationship';
}
