import { useState } from 'react';
import { messageOf } from '../api/errors';
import type { SecondFactorSetup } from '../api/schema';
import { activateSecondFactor, renewRecoveryCodes, startSecondFactor } from '../api/secondFactor';
import { confirmed } from '../auth/confirmed';
import { afterConflict, type Found } from './afterConflict';

type Step = null | { readonly name: 'scan'; readonly setup: SecondFactorSetup } | { readonly name: 'keep'; readonly codes: ReadonlyArray<string> };

export type SecondFactorSetupSteps = {
  readonly step: Step;
  /** Why it could not begin. */
  readonly problem: string | undefined;
  readonly start: () => Promise<void>;
  /** Fails when the code is wrong. */
  readonly activate: (code: string) => Promise<void>;
  /** New recovery codes, for whoever has it on. */
  readonly renew: () => Promise<void>;
  readonly leave: () => void;
};

/**
 * What comes after what when a second factor is set up: a device gets the key, then there are recovery codes to be kept.
 *
 * @param onFound Gets to know when it turns out to have been turned on or off without this page.
 */
export function useSecondFactorSetup(onFound: (found: Found) => void): SecondFactorSetupSteps {
  const [step, setStep] = useState<Step>(null);
  const [problem, setProblem] = useState<string>();

  /** @returns Whether it is known now how things stand. */
  async function catchUp(error: unknown): Promise<boolean> {
    const found = await afterConflict(error);
    if (!found) return false;
    setStep(null);
    if (!found.state.is_on) setProblem(messageOf(error));
    onFound(found);
    return true;
  }

  async function start(): Promise<void> {
    setProblem(undefined);
    try {
      setStep({ name: 'scan', setup: await confirmed(startSecondFactor) });
    } catch (error) {
      if (!(await catchUp(error))) setProblem(messageOf(error));
    }
  }

  async function show(codes: Promise<ReadonlyArray<string>>): Promise<void> {
    try {
      setStep({ name: 'keep', codes: await codes });
    } catch (error) {
      if (!(await catchUp(error))) throw error;
    }
  }

  const activate = (code: string) => show(activateSecondFactor(code));
  const renew = () => show(confirmed(renewRecoveryCodes));
  return { step, problem, start, activate, renew, leave: () => setStep(null) };
}
