import { texts } from '../../../texts';
import type { ToolboxItem } from '../../picture/ToolboxItem';
import type { ClassifierKind, PackageShape, RelationshipKind } from './commands';
import { noteSymbol } from '../../picture/noteSymbol';
import { classifierSymbols, packageSymbols, relationshipSymbols } from './symbols';
import { PackageTool } from './tools/PackageTool';
import { classifierTool, noteTool } from './tools/placing';
import { RelationTool } from './tools/RelationTool';

type Group = ReadonlyArray<ToolboxItem>;
const { hints } = texts.canvas;

/** What a relation can be drawn to that is not there yet. */
export const newClassKinds: ReadonlyArray<ClassifierKind> = ['class', 'abstract class', 'interface', 'enum'];
export const newUseCaseKinds: ReadonlyArray<ClassifierKind> = ['usecase', 'actor'];

export const classToolbox: ReadonlyArray<Group> = [
  [
    classifier('class', '1'),
    classifier('abstract class', '2'),
    classifier('interface', '3'),
    classifier('enum', '4'),
    classifier('datatype', '5'),
    classifier('object', '6'),
    packaging('package', '7'),
    note('8'),
  ],
  relations(newClassKinds, [
    ['association', 'a'],
    ['directedAssociation', 's'],
    ['aggregation', 'g'],
    ['composition', 'c'],
    ['generalization', 'i'],
    ['realization', 'r'],
    ['dependency', 'd'],
    ['nesting', 'n'],
  ]),
];

export const useCaseToolbox: ReadonlyArray<Group> = [
  [classifier('actor', '1'), classifier('usecase', '2'), packaging('rectangle', '3'), packaging('package', '4'), note('5'), classifier('class', '6')],
  relations(newUseCaseKinds, [
    ['association', 'a'],
    ['directedAssociation', 's'],
    ['include', 'n'],
    ['extend', 'x'],
    ['generalization', 'i'],
    ['dependency', 'd'],
  ]),
];

function classifier(kind: ClassifierKind, key: string): ToolboxItem {
  const symbol = classifierSymbols[kind] ?? classifierSymbols.class;
  return { label: texts.canvas.classifiers[kind], key, hint: hints.place, symbol, tool: (parts, onUsed) => classifierTool(kind, parts, onUsed) };
}

function packaging(shape: PackageShape, key: string): ToolboxItem {
  const tool: ToolboxItem['tool'] = (parts, onUsed) => new PackageTool(shape, parts, onUsed);
  return { label: texts.canvas.packages[shape], key, hint: hints.enclose, symbol: packageSymbols[shape], tool };
}

function note(key: string): ToolboxItem {
  return { label: texts.canvas.note, key, hint: hints.note, symbol: noteSymbol, tool: noteTool };
}

function relations(newKinds: ReadonlyArray<ClassifierKind>, keys: ReadonlyArray<readonly [RelationshipKind, string]>): Group {
  return keys.map(([kind, key]) => relation(kind, key, newKinds));
}

function relation(kind: RelationshipKind, key: string, newKinds: ReadonlyArray<ClassifierKind>): ToolboxItem {
  const tool: ToolboxItem['tool'] = (parts, onUsed) => new RelationTool(kind, newKinds, parts, onUsed);
  return { label: texts.canvas.relationships[kind], key, hint: hints.relations[kind] ?? hints.connect, symbol: relationshipSymbols[kind], tool };
}
