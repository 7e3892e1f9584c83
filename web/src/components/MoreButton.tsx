import { texts } from '../texts';
import { attempt } from './attempt';

/** Below a list that goes on. */
export function MoreButton({ more }: { more: (() => Promise<void>) | null }): JSX.Element | null {
  if (!more) return null;
  return (
    <p className="center">
      <button type="button" className="button" onClick={() => void attempt(more)}>
        {texts.trash.more}
      </button>
    </p>
  );
}
