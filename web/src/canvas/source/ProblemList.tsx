import { useMemo } from 'react';
import { Icon } from '../../components/Icon';
import type { Diagnostic } from '../../api/schema';
import { texts } from '../../texts';
import type { DiagramSession } from '../session/DiagramSession';
import type { DiagramState } from '../session/DiagramState';

/** As many as anybody reads. */
const mostShown = 200;

/** Where there are too many, the errors among them; in the order of the text. */
function foremost(diagnostics: ReadonlyArray<Diagnostic>): ReadonlyArray<Diagnostic> {
  if (diagnostics.length <= mostShown) return diagnostics;
  const errors = diagnostics.filter((one) => one.severity === 'error');
  const others = diagnostics.filter((one) => one.severity !== 'error');
  const kept = new Set([...errors, ...others].slice(0, mostShown));
  return diagnostics.filter((one) => kept.has(one));
}

/** What is wrong with the source, and what would help; each leads to its place. */
export function ProblemList({ session, state }: { session: DiagramSession; state: DiagramState }): JSX.Element {
  const { diagnostics } = state;
  const shown = useMemo(() => foremost(diagnostics), [diagnostics]);
  return (
    <section className="problems" aria-label={texts.canvas.problems}>
      {diagnostics.length === 0 ? (
        <p className="quiet">
          <Icon name="check" />
          {texts.canvas.noProblems}
        </p>
      ) : (
        <ul>
          {shown.map((one, index) => (
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
          {diagnostics.length > shown.length && <li className="quiet">{texts.canvas.moreProblems(diagnostics.length - shown.length)}</li>}
        </ul>
      )}
    </section>
  );
}
