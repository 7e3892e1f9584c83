import { findVersion } from '../../api/versions';
import { Problem } from '../../components/Problem';
import { useLoad } from '../../components/useLoad';
import { Waiting } from '../../components/Waiting';
import { texts } from '../../texts';
import { folded, lineChanges, type Line } from '../text/lineChanges';

const { compared } = texts.sharing.history;
const signs: Readonly<Record<Line['kind'], string>> = { same: ' ', removed: '−', added: '+' };

/** The source of an earlier version and what is there now, line by line. */
export function LineComparison({ id, revision, source }: { id: string; revision: number; source: string }): JSX.Element {
  const version = useLoad(() => findVersion(id, revision), `${id} ${revision}`);
  if (version.error) return <Problem text={version.error} onRetry={() => void version.reload()} />;
  if (!version.value) return <Waiting />;
  const lines = lineChanges(version.value.source, source);
  if (lines.every(({ kind }) => kind === 'same')) return <p className="quiet">{compared.sameText}</p>;
  return (
    <pre className="line-changes" tabIndex={0} aria-label={compared.lines}>
      {folded(lines, compared.hidden).map((line, number) => (
        <LineOf key={number} {...line} />
      ))}
    </pre>
  );
}

function LineOf({ kind, text }: Line): JSX.Element {
  const words = `${signs[kind]} ${text}\n`;
  if (kind === 'removed') return <del>{words}</del>;
  return kind === 'added' ? <ins>{words}</ins> : <span>{words}</span>;
}
