import { texts } from '../../../texts';
import { noteSymbol } from '../../picture/noteSymbol';
import type { ToolboxItem } from '../../picture/ToolboxItem';
import { participantKinds, type FragmentKind, type MessageSort, type ParticipantKind } from './outline';
import { dividerSymbol, fragmentSymbols, messageSymbols, participantSymbols, referenceSymbol } from './symbols';
import { CreationTool } from './tools/CreationTool';
import { FragmentTool } from './tools/FragmentTool';
import { MessageTool } from './tools/MessageTool';
import { dividerTool, noteTool, participantTool, referenceTool } from './tools/placing';

const { hints, sorts, fragments, participants } = texts.canvas;

export const sequenceToolbox: ReadonlyArray<ReadonlyArray<ToolboxItem>> = [
  participantKinds.map((kind, index) => participant(kind, String(index + 1))),
  [message('asynchCall', 'm'), message('synchCall', 'c'), message('reply', 'r'), creation('n')],
  [
    fragment('alt', 'f'),
    fragment('loop', 'l'),
    fragment('opt', 'o'),
    fragment('par', 'p'),
    { label: texts.canvas.divider, key: 'd', hint: hints.height, symbol: dividerSymbol, tool: dividerTool },
    { label: texts.canvas.reference, key: 'e', hint: hints.height, symbol: referenceSymbol, tool: referenceTool },
    { label: texts.canvas.note, key: 't', hint: hints.noteOnStatement, symbol: noteSymbol, tool: noteTool },
  ],
];

function participant(kind: ParticipantKind, key: string): ToolboxItem {
  const tool: ToolboxItem['tool'] = (parts, onUsed) => participantTool(kind, parts, onUsed);
  return { label: participants[kind], key, hint: hints.participant, symbol: participantSymbols[kind], tool };
}

function message(sort: MessageSort, key: string): ToolboxItem {
  const tool: ToolboxItem['tool'] = (parts, onUsed) => new MessageTool(sort, parts, onUsed);
  return { label: sorts[sort], key, hint: hints.message, symbol: messageSymbols[sort], tool };
}

function creation(key: string): ToolboxItem {
  const tool: ToolboxItem['tool'] = (parts, onUsed) => new CreationTool(parts, onUsed);
  return { label: sorts.createMessage, key, hint: hints.creation, symbol: messageSymbols.createMessage, tool };
}

function fragment(kind: FragmentKind, key: string): ToolboxItem {
  const tool: ToolboxItem['tool'] = (parts, onUsed) => new FragmentTool(kind, parts, onUsed);
  return { label: fragments[kind], key, hint: hints.fragment, symbol: fragmentSymbols[kind] ?? fragmentSymbols.alt, tool };
}
