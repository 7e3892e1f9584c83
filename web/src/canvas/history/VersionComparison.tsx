import { compareVersion } from '../../api/versions';
import type { Comparison } from '../../api/schema';
import { Problem } from '../../components/Problem';
import { usePalette } from '../../components/theme';
import { useLoad } from '../../components/useLoad';
import { Waiting } from '../../components/Waiting';
import { texts } from '../../texts';
import type { DiagramSession } from '../session/DiagramSession';
import { saveFirst } from './saveFirst';
import { ComparedPicture } from './ComparedPicture';

type Change = Comparison['changes'][number];

const { compared } = texts.sharing.history;

/** An earlier version beside what is there now: both pictures with what differs in its colour, and that in words. */
export function VersionComparison({ id, revision, session }: { id: string; revision: number; session: DiagramSession }): JSX.Element {
  const theme = usePalette();
  const { value, error, reload } = useLoad(async () => {
    // The server compares with what it has.
    await saveFirst(session);
    return compareVersion(id, revision, theme);
  }, `${id} ${revision} ${theme}`);
  if (error) return <Problem text={error} onRetry={() => void reload()} />;
  if (!value) return <Waiting />;
  if (value.changes.length === 0) return <p className="quiet">{compared.none}</p>;
  return (
    <>
      <div className="compared-pictures">
        <ComparedPicture title={compared.before} picture={value.before} />
        <ComparedPicture title={compared.now} picture={value.after} />
      </div>
      <ul className="changes" aria-label={compared.changes}>
        {value.changes.map((change) => (
          <ChangeItem key={`${change.change} ${change.id}`} change={change} />
        ))}
      </ul>
    </>
  );
}

function ChangeItem({ change }: { change: Change }): JSX.Element {
  const former = change.before && change.before.label !== change.label ? change.before.label : null;
  const { lost, gained } = change;
  return (
    <li className={`change change-${change.change}`}>
      <span className="change-kind">{compared.kinds[change.change]}</span>
      <span>
        {former && <del>{former}</del>}
        {former && ' → '}
        {change.label}
        {lost.length + gained.length > 0 && (
          <small>
            {lost.map((words, index) => (
              <del key={index}>{words}</del>
            ))}
            {gained.map((words, index) => (
              <ins key={index}>{words}</ins>
            ))}
          </small>
        )}
      </span>
    </li>
  );
}
