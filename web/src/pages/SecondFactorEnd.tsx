import { useState } from 'react';
import { turnOffSecondFactor } from '../api/secondFactor';
import { confirmed } from '../auth/confirmed';
import { ConfirmDialog } from '../components/ConfirmDialog';
import { toast } from '../components/notices';
import { texts } from '../texts';

const { twoStep } = texts.profile;

/** Turns a second factor off, after a question. */
export function SecondFactorEnd({ onOff }: { onOff: () => void }): JSX.Element {
  const [isEnding, setEnding] = useState(false);

  async function turnOff(): Promise<void> {
    await confirmed(turnOffSecondFactor);
    setEnding(false);
    toast(twoStep.isOff);
    onOff();
  }

  return (
    <>
      <button type="button" className="button button-dangerous-quiet" onClick={() => setEnding(true)}>
        {twoStep.turnOff}
      </button>
      {isEnding && (
        <ConfirmDialog
          title={twoStep.title}
          question={twoStep.turnOffQuestion}
          action={twoStep.turnOff}
          onDone={turnOff}
          onClose={() => setEnding(false)}
        />
      )}
    </>
  );
}
