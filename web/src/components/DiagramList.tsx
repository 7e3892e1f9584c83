import type { ReactNode } from 'react';
import type { DiagramEntry } from '../api/schema';
import { addressOfEntry } from '../pages/addresses';
import { texts } from '../texts';
import { Highlighted } from './Highlighted';
import { LastChange } from './LastChange';
import { Link } from './Link';
import { Thumbnail } from './Thumbnail';
import { Time } from './Time';

type Props = {
  diagrams: ReadonlyArray<DiagramEntry>;
  /** Marked wherever they stand. */
  words?: string;
  /** What can be done with each; without, it can be opened. */
  actions?: (diagram: DiagramEntry) => ReactNode;
};

/** Diagrams of all projects, one below the other. */
export function DiagramList({ diagrams, words = '', actions }: Props): JSX.Element {
  return (
    <ul className="rows">
      {diagrams.map((diagram) => (
        <li key={diagram.id} className="row">
          {!diagram.deleted_at && <Thumbnail id={diagram.id} revision={diagram.revision} />}
          <div className="row-text">
            <h2>
              {actions ? (
                diagram.name
              ) : (
                <Link to={addressOfEntry(diagram)}>
                  <Highlighted text={diagram.name} words={words} />
                </Link>
              )}
              {diagram.shared && <span className="badge">{texts.search.shared}</span>}
            </h2>
            {diagram.snippet && (
              <p className="snippet">
                <Highlighted text={diagram.snippet} words={words} />
              </p>
            )}
            <p className="card-note">
              {diagram.project_name && <>{diagram.project_name} · </>}
              {diagram.deleted_at ? <Time value={diagram.deleted_at} /> : <LastChange diagram={diagram} />}
            </p>
          </div>
          {actions && <div className="row-actions">{actions(diagram)}</div>}
        </li>
      ))}
    </ul>
  );
}
