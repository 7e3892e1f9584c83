import { useCallback, useEffect, useRef, useState } from 'react';
import { messageOf, statusOf } from '../api/errors';

export type Load<Value> = {
  readonly value: Value | null;
  readonly error: string | null;
  /** The HTTP status of the error, if the server has answered. */
  readonly status: number | undefined;
  readonly reload: () => Promise<void>;
  readonly set: (change: (value: Value) => Value) => void;
};

/** Loads a value when the component appears, and again when `key` changes. Answers that come too late are dropped. */
export function useLoad<Value>(load: () => Promise<Value>, key: string): Load<Value> {
  const [state, setState] = useState<{ value: Value | null; error: string | null; status: number | undefined }>({
    value: null,
    error: null,
    status: undefined,
  });
  const turn = useRef(0);
  const latest = useRef(load);
  latest.current = load;
  const reload = useCallback(async () => {
    const own = ++turn.current;
    try {
      const value = await latest.current();
      if (own === turn.current) setState({ value, error: null, status: undefined });
    } catch (error) {
      if (own === turn.current) setState((before) => ({ ...before, error: messageOf(error), status: statusOf(error) }));
    }
  }, []);
  const set = useCallback((change: (value: Value) => Value) => {
    setState((before) => (before.value === null ? before : { ...before, value: change(before.value) }));
  }, []);
  useEffect(() => {
    setState({ value: null, error: null, status: undefined });
    void reload();
    return () => forget(turn);
  }, [key, reload]);
  return { ...state, reload, set };
}

/** Whatever is under way comes too late. */
function forget(turn: { current: number }): void {
  turn.current++;
}
