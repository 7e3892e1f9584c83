import { commands as common, type Command } from '../../engine/Command';

/** What a box can stand for, by the engine's names (`ClassifierKind` in Sources/UML). */
export type ClassifierKind = 'class' | 'abstract class' | 'interface' | 'enum' | 'object' | 'actor' | 'usecase';

/** The commands for class diagrams (`ClassCommand` in Sources/UML). */
export const commands = {
  ...common,
  addClassifier: (kind: ClassifierKind, name: string): Command => ({ command: 'addClassifier', kind, name }),
};
