/** The names of the engine, in its order (Sources/UML/Model). */
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

export type MessageSort = (typeof messageSorts)[number];
export type FragmentKind = (typeof fragmentKinds)[number];

/** A place between statements: in the diagram itself (0), a block (1) or an operand (2) of the statement `owner`. */
export type InsertionPoint = { readonly place: number; readonly owner: number; readonly operand: number; readonly index: number };

export type Participant = { readonly id: number; readonly kind: string; readonly name: string };

export type Statement = InsertionPoint & {
  readonly id: number;
  /** In bytes of the source. */
  readonly start: number;
  readonly end: number;
  readonly sort: MessageSort | FragmentKind | 'ref' | 'divider';
  readonly sender?: number;
  readonly receiver?: number;
  /** How many blocks it has or can have. */
  readonly blocks?: number;
  readonly text: string;
};

export type Outline = { readonly participants: ReadonlyArray<Participant>; readonly statements: ReadonlyArray<Statement> };

/** Changes of the source, in bytes, or the reason why there are none. */
export type EditResult = { readonly edits: ReadonlyArray<{ start: number; end: number; text: string }> } | { readonly error: string };

export function isMessage(statement: Statement): statement is Statement & { sort: MessageSort } {
  return (messageSorts as ReadonlyArray<string>).includes(statement.sort);
}

export function isFragment(statement: Statement): statement is Statement & { sort: FragmentKind } {
  return (fragmentKinds as ReadonlyArray<string>).includes(statement.sort);
}

/** The participant that the picture calls `id`, e.g. `p0`. */
export function participantOf(outline: Outline, id: string): Participant | undefined {
  return outline.participants.find((one) => `p${one.id}` === id);
}

/** The statement that the picture calls `id`, e.g. `s3`. */
export function statementOf(outline: Outline, id: string): Statement | undefined {
  return outline.statements.find((one) => `s${one.id}` === id);
}

export function isSamePlace(a: InsertionPoint, b: InsertionPoint): boolean {
  return a.place === b.place && a.owner === b.owner && a.operand === b.operand && a.index === b.index;
}

/** What the picture calls the statement at a place. */
export function statementIn(outline: Outline, place: InsertionPoint): string | null {
  const found = outline.statements.find((one) => isSamePlace(one, place));
  return found ? `s${found.id}` : null;
}

/** The innermost statement around a place, in bytes; its end belongs to it. */
export function statementAt(outline: Outline, byte: number): Statement | null {
  let found: Statement | null = null;
  for (const statement of outline.statements) {
    if (statement.start > byte) break;
    if (byte <= statement.end && (!found || statement.end - statement.start <= found.end - found.start)) found = statement;
  }
  return found;
}

/** The place right after a statement. */
export function after(statement: Statement): InsertionPoint {
  const { place, owner, operand, index } = statement;
  return { place, owner, operand, index: index + 1 };
}
