import type { Succession } from './Succession';

/** What a command comes to: changes of the source, in bytes, or the reason why there are none. */
export type EditResult =
  | {
      readonly changes: ReadonlyArray<{ readonly start: number; readonly end: number; readonly text: string }>;
      readonly successions: ReadonlyArray<Succession>;
      /** The ids of what comes with it. */
      readonly created: ReadonlyArray<string>;
    }
  | { readonly error: string };
