import { texts } from '../../../texts';
import type { KindClient } from '../../picture/KindClient';
import { addParticipant, describe, moveStatement } from './elements';
import { SequenceElementTools } from './SequenceElementTools';
import { isFragment, isStatement } from './outline';
import { isMainPart } from './SequencePlaces';
import { SequenceTools } from './tools/SequenceTools';

/** Sequence diagrams in the page. */
export const sequence: KindClient = {
  fileExtension: 'zen',
  words: texts.canvas.kinds.sequence,
  addIcon: 'person',
  tools: (parts) => new SequenceTools(parts),
  ElementTools: SequenceElementTools,
  isMainPart,
  // What a fragment says stands in several places.
  isChangedInSource: (element) => isStatement(element) && isFragment(element),
  handles: () => [],
  describe,
  add: addParticipant,
  move: (session, id, { y }) => (y === 0 ? null : moveStatement(session, id, y)),
  hasPlaces: false,
};
