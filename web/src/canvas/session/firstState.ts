import type { Diagram } from '../../api/schema';
import type { Drawing } from '../engine/Drawing';
import type { DiagramState } from './DiagramState';
import { shownOf } from './shownOf';

/** What the page shows of a diagram that has just been opened. */
export function firstState({ name, layout }: Diagram, source: string, drawing: Drawing): DiagramState {
  return {
    name,
    source,
    layout,
    ...shownOf(drawing),
    isPreview: false,
    selected: null,
    selection: [],
    editing: null,
    caret: null,
    canUndo: false,
    canRedo: false,
    save: { name: 'saved' },
    conflict: null,
    loss: null,
  };
}
