import { texts } from '../../texts';
import type { ToolboxItem } from './ToolboxItem';
import { HandTool } from './tools/HandTool';

/** The key of what selects and moves: that which there is while nothing of the toolbox is chosen. */
export const selectKey = 'v';

/** Moves the view: whatever the kind of diagram is. */
export const hand: ToolboxItem = {
  label: texts.canvas.hand,
  key: 'h',
  hint: texts.canvas.handHint,
  symbol: (
    <path d="M10 2.5v15M2.5 10h15M10 2.5l-2.2 2.2M10 2.5l2.2 2.2M10 17.5l-2.2-2.2M10 17.5l2.2-2.2M2.5 10l2.2-2.2M2.5 10l2.2 2.2M17.5 10l-2.2-2.2M17.5 10l-2.2 2.2" />
  ),
  tool: () => new HandTool(),
};
