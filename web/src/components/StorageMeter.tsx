import { findStorage } from '../api/account';
import { accountTexts } from '../accountTexts';
import { Problem } from './Problem';
import { sizeText } from './sizeText';
import { useLoad } from './useLoad';

/** How much one has, and how much one may have. */
export function StorageMeter(): JSX.Element | null {
  const { value, error, reload } = useLoad(findStorage, 'storage');
  if (error) return <Problem text={error} onRetry={() => void reload()} />;
  if (!value) return null;
  const { diagrams, diagram_limit: most, bytes, byte_limit: mostBytes } = value;
  const words = accountTexts.storage;
  const size = mostBytes === null ? sizeText(bytes) : words.of(sizeText(bytes), sizeText(mostBytes));
  // Whichever is nearer to its end.
  const share = Math.max(diagrams / most, mostBytes === null ? 0 : bytes / mostBytes);
  return (
    <div className="storage">
      <p>
        {words.diagrams(diagrams, most)} · {size}
      </p>
      <meter aria-label={words.title} min={0} max={1} low={0.8} high={0.95} optimum={0} value={Math.min(1, share)} />
      <p className="quiet">{words.hint}</p>
    </div>
  );
}
