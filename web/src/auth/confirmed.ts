import { useSyncExternalStore } from 'react';
import { confirmationMethod } from '../api/account';
import { errorTypeOf } from '../api/errors';
import type { ConfirmationMethod } from '../api/schema';
import { Listeners } from '../Listeners';

/** That somebody is to show once more who they are. */
export type Question = { readonly method: ConfirmationMethod['method']; readonly answer: (isConfirmed: boolean) => void };

const listeners = new Listeners();
let question: Question | null = null;

function set(next: Question | null): void {
  question = next;
  listeners.notify();
}

/**
 * Does what the server may want a confirmation for, because the sign-in was long ago: asks for that, and does it again. Fails with the
 * server's answer when the person does not confirm.
 */
export async function confirmed<Value>(action: () => Promise<Value>): Promise<Value> {
  try {
    return await action();
  } catch (error) {
    if (errorTypeOf(error) !== 'confirmation_required' || !(await ask())) throw error;
    return action();
  }
}

async function ask(): Promise<boolean> {
  const method = await confirmationMethod();
  // One question at a time: the newer one is about what the person has done last.
  question?.answer(false);
  return new Promise((resolve) => {
    set({
      method,
      answer: (isConfirmed) => {
        set(null);
        resolve(isConfirmed);
      },
    });
  });
}

/** What is asked at the moment. */
export function currentQuestion(): Question | null {
  return question;
}

export function useQuestion(): Question | null {
  return useSyncExternalStore(listeners.subscribe, currentQuestion);
}
