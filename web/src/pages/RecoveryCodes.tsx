import { Icon } from '../components/Icon';
import { copyText } from '../components/copyText';
import { offer } from '../components/offer';
import { useFirstFocus } from '../components/useFirstFocus';
import { useLeaveWarning } from '../components/useLeaveWarning';
import { texts } from '../texts';
import { recoveryFile } from './recoveryFile';

const { twoStep } = texts.profile;

type Props = { email: string; codes: ReadonlyArray<string>; onKept: () => void };

/** Recovery codes, to be kept by whoever has got them: they are not shown again. */
export function RecoveryCodes({ email, codes, onKept }: Props): JSX.Element {
  const start = useFirstFocus<HTMLParagraphElement>();
  useLeaveWarning();
  return (
    <div className="stack">
      <p ref={start} tabIndex={-1}>
        {twoStep.codesHint}
      </p>
      <ul aria-label={twoStep.codesList}>
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <div className="row-actions">
        <button type="button" className="button" onClick={() => void copyText(codes.join('\n'))}>
          <Icon name="copy" />
          {twoStep.copy}
        </button>
        <button type="button" className="button" onClick={() => offer(recoveryFile(email, codes), 'zenuml-recovery-codes.txt')}>
          <Icon name="download" />
          {twoStep.download}
        </button>
      </div>
      <button type="button" className="button button-primary" onClick={onKept}>
        {twoStep.kept}
      </button>
    </div>
  );
}
