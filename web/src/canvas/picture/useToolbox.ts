import { useMemo, useState } from 'react';
import { hand, selectKey } from './commonTools';
import type { KindClient, PictureParts } from './KindClient';
import type { ToolboxItem } from './ToolboxItem';
import type { PictureTools, SelectionTools } from './tools/PictureTools';

export type ToolboxState = {
  /** Null for what selects and moves. */
  readonly chosen: ToolboxItem | null;
  readonly choose: (item: ToolboxItem | null) => void;
  /** What a key chooses; undefined for keys that choose nothing. */
  readonly ofKey: (key: string) => ToolboxItem | null | undefined;
  /** What the pointer does now. */
  readonly tools: PictureTools;
  /** What it does while nothing of the toolbox is chosen. */
  readonly selectionTools: SelectionTools;
};

/**
 * What is chosen in the toolbox.
 *
 * @param onUse What is done with it begins: the view is to stay where it is.
 */
export function useToolbox(kind: KindClient, parts: PictureParts, onUse: () => void): ToolboxState {
  const [chosen, choose] = useState<ToolboxItem | null>(null);
  const selectionTools = useMemo(() => kind.tools(parts), [kind, parts]);
  const tools = useMemo(() => {
    const onUsed = (isKept: boolean) => {
      onUse();
      if (!isKept) choose(null);
    };
    return chosen ? chosen.tool(parts, onUsed) : selectionTools;
  }, [chosen, parts, selectionTools, onUse]);
  const ofKey = (key: string) => (key === selectKey ? null : [hand, ...kind.toolbox.flat()].find((item) => item.key === key));
  return { chosen, choose, ofKey, tools, selectionTools };
}
