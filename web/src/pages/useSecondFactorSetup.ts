import { useState } from 'react';
import { activateSecondFactor, startSecondFactor } from '../api/secondFactor';
import { messageOf } from '../api/errors';
import type { SecondFactorSetup } from '../api/schema';
import { confirmed } from '../auth/confirmed';

type Step = null | { readonly name: 'scan'; readonly setup: SecondFactorSetup } | { readonly name: 'keep'; readonly codes: ReadonlyArray<string> };

export type SecondFactorSetupSteps = {
  readonly step: Step;
  /** Why it could not begin. */
  readonly problem: string | undefined;
  readonly start: () => Promise<void>;
  /** Fails when the code is wrong. */
  readonly activate: (code: string) => Promise<void>;
  readonly show: (codes: ReadonlyArray<string>) => void;
  readonly leave: () => void;
};

/** What comes after what when a second factor is set up: a device gets the key, then there are recovery codes to be kept. */
export function useSecondFactorSetup(): SecondFactorSetupSteps {
  const [step, setStep] = useState<Step>(null);
  const [problem, setProblem] = useState<string>();

  async function start(): Promise<void> {
    setProblem(undefined);
    try {
      setStep({ name: 'scan', setup: await confirmed(startSecondFactor) });
    } catch (error) {
      setProblem(messageOf(error));
    }
  }

  const show = (codes: ReadonlyArray<string>) => setStep({ name: 'keep', codes });
  return { step, problem, start, activate: async (code) => show(await activateSecondFactor(code)), show, leave: () => setStep(null) };
}
