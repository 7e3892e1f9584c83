import type { Layout } from '../engine/Layout';
import type { Succession } from '../engine/Succession';
import type { Range } from './DiagramState';

/** What comes with a change of the text. */
export type ChangeOptions = {
  /** Whether it may be joined with the step before. */
  readonly isTyping: boolean;
  readonly isDeselecting?: boolean;
  /** Where the caret is to go, and whether it takes the focus along. */
  readonly caret?: Range;
  readonly isFocused?: boolean;
  readonly layout?: Layout;
  /** Of a change that the engine has made. */
  readonly successions?: ReadonlyArray<Succession>;
};
