import type { ReactNode } from 'react';
import type { SecondFactorState } from '../api/schema';
import { ActionButton } from '../components/ActionButton';
import { attempt } from '../components/attempt';
import { useFirstFocus } from '../components/useFirstFocus';
import { texts } from '../texts';

const { twoStep } = texts.profile;

/** From so many recovery codes on it is time for new ones. */
const few = 2;

type Props = {
  state: SecondFactorState;
  /** Whether it turned out to be on when it was to be turned on: its recovery codes may have been shown to nobody. */
  isFound: boolean;
  onRenew: () => Promise<void>;
  /** What else can be done, beside new recovery codes. */
  children: ReactNode;
};

/** A second factor that is on, and its recovery codes. */
export function SecondFactorOn({ state, isFound, onRenew, children }: Props): JSX.Element {
  const { recovery_codes: left, is_required: isRequired } = state;
  const isFew = left <= few;
  return (
    <div className="stack">
      {isFound && <AlreadyOn />}
      <p className="quiet">{isRequired ? `${twoStep.onHint} ${twoStep.isRequired}` : twoStep.onHint}</p>
      <p className={isFew ? 'field-error' : undefined}>{`${twoStep.left(left)} ${isFew ? twoStep.few : twoStep.renewHint}`}</p>
      <div className="row-actions">
        <ActionButton className="button" onAction={() => attempt(onRenew)}>
          {twoStep.renew}
        </ActionButton>
        {children}
      </div>
    </div>
  );
}

function AlreadyOn(): JSX.Element {
  const start = useFirstFocus<HTMLParagraphElement>();
  return (
    <p ref={start} role="status" tabIndex={-1}>
      {twoStep.alreadyOn}
    </p>
  );
}
