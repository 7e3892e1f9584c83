import { texts } from '../texts';
import { Icon } from './Icon';

/** What went wrong with loading a page or a part of it, and a way to try again. */
export function Problem({ text, onRetry }: { text: string; onRetry?: () => void }): JSX.Element {
  return (
    <div className="problem" role="alert">
      <Icon name="exclamation" />
      <p>{text}</p>
      {onRetry && (
        <button type="button" className="button" onClick={onRetry}>
          {texts.errors.retry}
        </button>
      )}
    </div>
  );
}
