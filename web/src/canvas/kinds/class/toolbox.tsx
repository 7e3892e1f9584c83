import { texts } from '../../../texts';
import type { ToolboxItem } from '../../picture/ToolboxItem';
import type { ClassifierKind, PackageShape, RelationshipKind } from './commands';
import { classifierSymbols, noteSymbol, packageSymbols, relationshipSymbols } from './symbols';
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
  [
    relation('association', 'a', newClassKinds),
    relation('directedAssociation', 's', newClassKinds),
    relation('aggregation', 'g', newClassKinds),
    relation('composition', 'c', newClassKinds),
    relation('generalization', 'i', newClassKinds),
    relation('realization', 'r', newClassKinds),
    relation('dependency', 'd', newClassKinds),
    relation('nesting', 'n', newClassKinds),
  ],
];

export const useCaseToolbox: ReadonlyArray<Group> = [
  [classifier('actor', '1'), classifier('usecase', '2'), packaging('rectangle', '3'), packaging('package', '4'), note('5'), classifier('class', '6')],
  [
    relation('association', 'a', newUseCaseKinds),
    relation('directedAssociation', 's', newUseCaseKinds),
    relation('include', 'n', newUseCaseKinds),
    relation('extend', 'x', newUseCaseKinds),
    relation('generalization', 'i', newUseCaseKinds),
    relation('dependency', 'd', newUseCaseKinds),
  ],
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

function relation(kind: RelationshipKind, key: string, newKinds: ReadonlyArray<ClassifierKind>): ToolboxItem {
  const tool: ToolboxItem['tool'] = (parts, onUsed) => new RelationTool(kind, newKinds, parts, onUsed);
  return { label: texts.canvas.relationships[kind], key, hint: hints.connect, symbol: relationshipSymbols[kind], tool };
}
