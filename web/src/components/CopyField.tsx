import { copyText } from './copyText';
import { IconButton } from './IconButton';
import { texts } from '../texts';

/** A text to be copied, with its name before it. */
export function CopyField({ label, text }: { label: string; text: string }): JSX.Element {
  return (
    <div className="copy-field">
      <label>
        <span>{label}</span>
        <input readOnly value={text} onFocus={(event) => event.currentTarget.select()} />
      </label>
      <IconButton icon="copy" label={`${texts.sharing.copy}: ${label}`} onClick={() => void copyText(text)} />
    </div>
  );
}
