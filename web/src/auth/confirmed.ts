import { useSyncExternalStore } from 'react';
import { confirmationMethod } from '../api/account';
import { errorTypeOf } from '../api/errors';
import type { ConfirmationMethod } from '../api/schema';
import { Listeners } from '../Listeners';
import { session } from './session';

/** That somebody is to show once more who they are. */
export type Question = {
  /** Whoever has done what is asked about. */
  readonly userId: string;
  readonly method: ConfirmationMethod['method'];
  readonly answer: (isConfirmed: boolean) => void;
};

const listeners = new Listeners();
let question: Question | null = null;

function set(next: Question | null): void {
  question = next;
  listeners.notify();
}

// Whoever is signed out answers no more, and who signs in next, here or in another tab, is not to be asked.
session.subscribe(() => {
  if (question && question.userId !== signedInId()) question.answer(false);
});

function signedInId(): string | undefined {
  const state = session.current();
  return state.name === 'signedIn' ? state.user.id : undefined;
}

/**
 * Does what the server may want a confirmation for, because the sign-in was long ago: asks for that, and does it again. Fails with the
 * server's answer when the person does not confirm, or is not the one any more who is signed in.
 */
export async function confirmed<Value>(action: () => Promise<Value>): Promise<Value> {
  const userId = signedInId();
  try {
    return await action();
  } catch (error) {
    if (errorTypeOf(error) !== 'confirmation_required' || userId === undefined || !(await ask(userId))) throw error;
    return action();
  }
}

async function ask(userId: string): Promise<boolean> {
  if (signedInId() !== userId) return false;
  const method = await confirmationMethod();
  if (signedInId() !== userId) return false;
  // One question at a time: the newer one is about what the person has done last.
  question?.answer(false);
  const isConfirmed = await new Promise<boolean>((resolve) => {
    const own: Question = { userId, method, answer };
    function answer(isConfirmed: boolean): void {
      if (question === own) set(null);
      resolve(isConfirmed);
    }
    set(own);
  });
  return isConfirmed && signedInId() === userId;
}

/** What is asked at the moment. */
export function currentQuestion(): Question | null {
  return question;
}

export function useQuestion(): Question | null {
  return useSyncExternalStore(listeners.subscribe, currentQuestion);
}
