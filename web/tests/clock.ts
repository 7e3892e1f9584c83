import type { Clock } from '../src/canvas/picture/tools/Clock';

/** Nothing takes any time, and what is to be done later is not done. */
export const stillClock: Clock = { now: () => 0, later: () => () => undefined };
