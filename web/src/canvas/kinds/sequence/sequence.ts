import { texts } from '../../../texts';
import type { KindClient } from '../../picture/KindClient';
import { addParticipant, describe, moveStatement } from './elements';
import { SequenceElementTools } from './SequenceElementTools';
import { isFragment, isStatement } from './outline';
import { isMainPart } from './SequencePlaces';
import { menuOf } from './menu';
import { sequenceToolbox } from './toolbox';
import { SequenceTools } from './tools/SequenceTools';

/** Sequence diagrams in the page. */
export const sequence: KindClient = {
  fileExtension: 'zen',
  words: texts.canvas.kinds.sequence,
  toolbox: sequenceToolbox,
  tools: (parts) => new SequenceTools(parts),
  ElementTools: SequenceElementTools,
  menu: menuOf,
  isMainPart,
  // What a fragment says stands in several places.
  isChangedInSource: (element) => isStatement(element) && isFragment(element),
  isLong: () => false,
  handles: () => [],
  describe,
  add: (session) => addParticipant(session),
  duplicate: null,
  move: (session, ids, { y }) => {
    const [id] = ids.length === 1 ? ids : [];
    return y === 0 || id === undefined ? null : moveStatement(session, id, y);
  },
  hasPlaces: false,
};
