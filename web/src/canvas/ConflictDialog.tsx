import type { Diagram } from '../api/schema';
import { Dialog } from '../components/Dialog';
import { texts } from '../texts';
import type { DiagramSession } from './session/DiagramSession';
import type { DiagramState } from './session/DiagramState';

/** Two versions of the diagram that can't be merged, side by side. */
export function ConflictDialog({ session, state, theirs }: { session: DiagramSession; state: DiagramState; theirs: Diagram }): JSX.Element {
  return (
    <Dialog title={texts.canvas.conflictTitle} size="wide">
      <p>{texts.canvas.conflictHint}</p>
      <div className="versions">
        <Version title={texts.canvas.mine} source={state.source} other={theirs.source} />
        <Version title={texts.canvas.theirs} source={theirs.source} other={state.source} />
      </div>
      <footer className="dialog-actions">
        <button type="button" className="button" onClick={() => session.keep('theirs')}>
          {texts.canvas.keepTheirs}
        </button>
        <button type="button" className="button button-primary" onClick={() => session.keep('mine')}>
          {texts.canvas.keepMine}
        </button>
      </footer>
    </Dialog>
  );
}

/** Lines that the other version lacks are marked. */
function Version({ title, source, other }: { title: string; source: string; other: string }): JSX.Element {
  const others = new Set(other.split('\n'));
  return (
    <section aria-label={title}>
      <h3>{title}</h3>
      <pre tabIndex={0}>
        {source.split('\n').map((line, index) => (
          <span key={index} className={others.has(line) ? undefined : 'different'}>
            {line}
            {'\n'}
          </span>
        ))}
      </pre>
    </section>
  );
}
