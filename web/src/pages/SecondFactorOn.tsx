import { useState } from 'react';
import { renewRecoveryCodes, turnOffSecondFactor } from '../api/secondFactor';
import type { SecondFactorState } from '../api/schema';
import { confirmed } from '../auth/confirmed';
import { ConfirmDialog } from '../components/ConfirmDialog';
import { attempt } from '../components/attempt';
import { toast } from '../components/notices';
import { texts } from '../texts';

const { twoStep } = texts.profile;

/** From so many recovery codes on it is time for new ones. */
const few = 2;

type Props = { state: SecondFactorState; onCodes: (codes: ReadonlyArray<string>) => void; onOff: () => void };

/** A second factor that is on: its recovery codes, and its end. */
export function SecondFactorOn({ state, onCodes, onOff }: Props): JSX.Element {
  const [isEnding, setEnding] = useState(false);
  const { recovery_codes: left, is_required: isRequired } = state;
  const isFew = left <= few;

  async function turnOff(): Promise<void> {
    await confirmed(turnOffSecondFactor);
    setEnding(false);
    toast(twoStep.isOff);
    onOff();
  }

  return (
    <div className="stack">
      <p className="quiet">{isRequired ? `${twoStep.onHint} ${twoStep.isRequired}` : twoStep.onHint}</p>
      <p className={isFew ? 'field-error' : undefined}>{`${twoStep.left(left)} ${isFew ? twoStep.few : twoStep.renewHint}`}</p>
      <div className="row-actions">
        <button type="button" className="button" onClick={() => void attempt(async () => onCodes(await confirmed(renewRecoveryCodes)))}>
          {twoStep.renew}
        </button>
        {!isRequired && (
          <button type="button" className="button button-dangerous-quiet" onClick={() => setEnding(true)}>
            {twoStep.turnOff}
          </button>
        )}
      </div>
      {isEnding && (
        <ConfirmDialog
          title={twoStep.title}
          question={twoStep.turnOffQuestion}
          action={twoStep.turnOff}
          onDone={turnOff}
          onClose={() => setEnding(false)}
        />
      )}
    </div>
  );
}
