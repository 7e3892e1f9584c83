import { lazy, Suspense } from 'react';
import { Dialog } from '../components/Dialog';
import { texts } from '../texts';
import { RecoveryCodes } from './RecoveryCodes';
import type { SecondFactorSetupSteps } from './useSecondFactorSetup';

// What draws QR codes is needed once in an account's life.
const SecondFactorForm = lazy(() => import('./SecondFactorForm').then(({ SecondFactorForm }) => ({ default: SecondFactorForm })));

const { twoStep } = texts.profile;

type Props = { email: string; setup: SecondFactorSetupSteps; onKept: () => void };

/** The step of a set-up that one is at. Recovery codes have to be answered for: they are not shown again. */
export function SecondFactorDialog({ email, setup, onKept }: Props): JSX.Element | null {
  const { step, activate, leave } = setup;
  if (!step) return null;
  if (step.name === 'keep')
    return (
      <Dialog key="keep" title={twoStep.codesTitle}>
        <RecoveryCodes email={email} codes={step.codes} onKept={onKept} />
      </Dialog>
    );
  return (
    <Dialog key="scan" title={twoStep.setUpTitle} onClose={leave}>
      <Suspense fallback={null}>
        <SecondFactorForm setup={step.setup} onCode={activate} />
      </Suspense>
    </Dialog>
  );
}
