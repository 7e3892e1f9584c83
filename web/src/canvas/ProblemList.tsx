import { Icon } from '../components/Icon';
import { texts } from '../texts';
import type { DiagramSession } from './DiagramSession';
import type { DiagramState } from './DiagramState';

/** What is wrong with the source, and what would help; each leads to its place. */
export function ProblemList({ session, state }: { session: DiagramSession; state: DiagramState }): JSX.Element {
  const { diagnostics } = state;
  return (
    <section className="problems" aria-label={texts.canvas.problems}>
      {diagnostics.length === 0 ? (
        <p className="quiet">
          <Icon name="check" />
          {texts.canvas.noProblems}
        </p>
      ) : (
        <ul>
          {diagnostics.slice(0, 200).map((one, index) => (
            <li key={index}>
              <button
                type="button"
                className={`problem-item problem-item-${one.severity}`}
                onClick={() => session.showInSource(session.range(one.start, one.end))}
              >
                <Icon name={one.severity === 'information' ? 'info' : 'exclamation'} />
                <span>
                  <span className="visually-hidden">{one.severity}: </span>
                  {one.message}
                  {one.hint && <small>{one.hint}</small>}
                </span>
                <span className="problem-line">{texts.canvas.line(one.line)}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
