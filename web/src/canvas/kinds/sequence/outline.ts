import type { Outline, OutlineElement } from '../../engine/Outline';

/** The names of the engine, in its order (Sources/UML/Sequence/Model). */
export const messageSorts = ['synchCall', 'asynchCall', 'createMessage', 'reply'] as const;
export const fragmentKinds = [
  'alt',
  'opt',
  'loop',
  'break',
  'par',
  'strict',
  'seq',
  'critical',
  'neg',
  'assert',
  'ignore',
  'consider',
  'section',
  'try',
] as const;
export const participantKinds = ['participant', 'actor', 'boundary', 'control', 'entity', 'database', 'collections', 'queue'] as const;
export const places = ['body', 'block', 'operand'] as const;

export type MessageSort = (typeof messageSorts)[number];
export type FragmentKind = (typeof fragmentKinds)[number];
export type ParticipantKind = (typeof participantKinds)[number];

/** A place between statements: in the diagram itself, or in a block or an operand of the statement `owner`. */
export type InsertionPoint = {
  readonly place: (typeof places)[number];
  readonly owner: string;
  readonly operand: number;
  /** How many statements of the place stand before it. */
  readonly index: number;
};

export const start: InsertionPoint = { place: 'body', owner: '', operand: 0, index: 0 };

export type Participant = OutlineElement & { readonly role: 'participant'; readonly kind: ParticipantKind };

export type Statement = OutlineElement &
  InsertionPoint & {
    readonly role: 'statement';
    readonly start: number;
    readonly end: number;
    readonly sort: MessageSort | FragmentKind | 'ref' | 'divider';
    /** Ids of participants, of a message. */
    readonly sender?: string;
    readonly receiver?: string;
    /** How many blocks it has or can have. */
    readonly blocks?: number;
    /** What stands above it, and is shown as a note. */
    readonly comment?: string;
    /** Of each operand, of a fragment; empty for what happens else. */
    readonly conditions?: ReadonlyArray<string>;
  };

export type Fragment = Statement & { readonly sort: FragmentKind };

export function isParticipant(element: OutlineElement): element is Participant {
  return element.role === 'participant';
}

export function isStatement(element: OutlineElement): element is Statement {
  return element.role === 'statement';
}

export function isMessage(statement: Statement): statement is Statement & { sort: MessageSort } {
  return (messageSorts as ReadonlyArray<string>).includes(statement.sort);
}

/** Whether each statement of a fragment is an operand of its own. */
export function hasStatementsAsOperands({ sort }: Statement): boolean {
  return sort === 'par' || sort === 'strict' || sort === 'seq';
}

export function isFragment(statement: Statement): statement is Fragment {
  return (fragmentKinds as ReadonlyArray<string>).includes(statement.sort);
}

/** From left to right. */
export function participantsOf(outline: Outline): ReadonlyArray<Participant> {
  return outline.elements.filter(isParticipant);
}

/** Down the text. */
export function statementsOf(outline: Outline): ReadonlyArray<Statement> {
  return outline.elements.filter(isStatement);
}

export function participantOf(outline: Outline, id: string): Participant | undefined {
  const element = outline.element(id);
  return element && isParticipant(element) ? element : undefined;
}

export function statementOf(outline: Outline, id: string): Statement | undefined {
  const element = outline.element(id);
  return element && isStatement(element) ? element : undefined;
}

/** Whether both stand in the same block or operand. */
export function isSameBlock(a: InsertionPoint, b: InsertionPoint): boolean {
  return a.place === b.place && a.owner === b.owner && a.operand === b.operand;
}

export function isSamePlace(a: InsertionPoint, b: InsertionPoint): boolean {
  return isSameBlock(a, b) && a.index === b.index;
}

/** The place right after a statement. */
export function after(statement: Statement): InsertionPoint {
  const { place, owner, operand, index } = statement;
  return { place, owner, operand, index: index + 1 };
}
