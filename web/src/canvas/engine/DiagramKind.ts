/** The kinds of diagram, in the engine's order (`DiagramKind` in Sources/UML/Kinds). */
export const diagramKinds = ['sequence', 'class', 'usecase'] as const;

export type DiagramKind = (typeof diagramKinds)[number];
