import { findVersion } from '../../api/versions';
import { Problem } from '../../components/Problem';
import { useLoad } from '../../components/useLoad';
import { Waiting } from '../../components/Waiting';
import { texts } from '../../texts';
import { lineChanges, type Line } from '../text/lineChanges';

const { compared } = texts.sharing.history;
const neighbourhood = 3;
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
      {folded(lines).map((line, number) => (
        <LineOf key={number} {...line} />
      ))}
    </pre>
  );
}

/** What is the same is shown near to what is not. */
function folded(lines: ReadonlyArray<Line>): ReadonlyArray<Line> {
  const last = lines.map(() => -Infinity);
  lines.forEach((line, number) => (last[number] = line.kind === 'same' ? (last[number - 1] ?? -Infinity) : number));
  let next = Infinity;
  const shown: Line[] = [];
  let hidden = 0;
  for (let number = lines.length - 1; number >= 0; number--) {
    const line = lines[number];
    if (!line) continue;
    if (line.kind !== 'same') next = number;
    if (Math.min(next - number, number - (last[number] ?? -Infinity)) <= neighbourhood) {
      if (hidden > 0) shown.push({ kind: 'same', text: compared.hidden(hidden) });
      hidden = 0;
      shown.push(line);
    } else hidden++;
  }
  if (hidden > 0) shown.push({ kind: 'same', text: compared.hidden(hidden) });
  return shown.reverse();
}

function LineOf({ kind, text }: Line): JSX.Element {
  const words = `${signs[kind]} ${text}\n`;
  if (kind === 'removed') return <del>{words}</del>;
  return kind === 'added' ? <ins>{words}</ins> : <span>{words}</span>;
}
