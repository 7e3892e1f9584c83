import assert from 'node:assert/strict';
import { clientOf } from '../src/canvas/kinds/clientOf';
import type { PictureParts } from '../src/canvas/picture/KindClient';
import type { DiagramSession } from '../src/canvas/session/DiagramSession';
import { stillClock } from './clock';
import { geometryOf } from './engine';

/** What a session's tools are given: its picture as drawn, no grid, and a test that fails where an error is told. */
export function partsOf(session: DiagramSession, own: Partial<PictureParts> = {}): PictureParts {
  return {
    session,
    geometry: () => geometryOf(session.current().picture),
    onEdit: () => undefined,
    report: (error) => assert.equal(error, null),
    offer: () => undefined,
    isMainPart: clientOf(session.kind).isMainPart,
    clock: stillClock,
    grid: () => null,
    beginAt: () => undefined,
    ...own,
  };
}
