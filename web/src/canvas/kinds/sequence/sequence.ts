import { texts } from '../../../texts';
import type { KindClient } from '../../picture/KindClient';
import { copied, paste } from './clipboard';
import { details } from './details';
import { addParticipant, describe, moveStatement } from './elements';
import { SequenceElementTools } from './SequenceElementTools';
import { SequenceProperties } from './SequenceProperties';
import { participantsOf, statementsOf } from './outline';
import { isMainPart } from './SequencePlaces';
import { menuOf } from './menu';
import { sequenceToolbox } from './toolbox';
import { SequenceTools } from './tools/SequenceTools';
import { wordsOf } from './words';

/** Sequence diagrams in the page. */
export const sequence: KindClient = {
  fileExtension: 'zen',
  words: texts.canvas.kinds.sequence,
  gestures: ['message', 'reorder', 'fragment'],
  wordsOf,
  counts: (outline) => ({ elements: participantsOf(outline).length, connections: statementsOf(outline).length }),
  toolbox: sequenceToolbox,
  tools: (parts) => new SequenceTools(parts),
  ElementTools: SequenceElementTools,
  Properties: SequenceProperties,
  menu: menuOf,
  isMainPart,
  isLine: () => false,
  details,
  isLong: () => false,
  handles: () => [],
  describe,
  add: (session) => addParticipant(session),
  copied,
  paste,
  duplicate: null,
  move: (session, ids, { y }) => {
    const [id] = ids.length === 1 ? ids : [];
    return y === 0 || id === undefined ? null : moveStatement(session, id, y);
  },
  align: null,
  hasPlaces: false,
};
