import { FormProblem } from '../components/FormProblem';
import { ActionButton } from '../components/ActionButton';
import { texts } from '../texts';

const { twoStep } = texts.profile;

/** The way to a second factor, for whoever has none. */
export function SecondFactorOff({ problem, onStart }: { problem: string | undefined; onStart: () => Promise<void> }): JSX.Element {
  return (
    <>
      <p className="quiet">{twoStep.offHint}</p>
      <FormProblem>{problem}</FormProblem>
      <ActionButton className="button" onAction={onStart}>
        {twoStep.setUp}
      </ActionButton>
    </>
  );
}
