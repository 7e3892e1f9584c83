/** The time in milliseconds, and what is done later: `later` returns what calls it off. */
export type Clock = { readonly now: () => number; readonly later: (run: () => void, after: number) => () => void };

export const realClock: Clock = {
  now: () => performance.now(),
  later: (run, after) => {
    const timer = window.setTimeout(run, after);
    return () => window.clearTimeout(timer);
  },
};
