import type { Version } from '../../api/schema';
import { texts } from '../../texts';
import { daysOf } from './days';

type Props = { readonly versions: ReadonlyArray<Version>; readonly chosen: number; readonly onChoose: (revision: number) => void };

/** Versions by day, the newest first. */
export function VersionList({ versions, chosen, onChoose }: Props): JSX.Element {
  return (
    <nav className="version-list" aria-label={texts.sharing.history.versions}>
      {daysOf(versions).map(({ day, versions: ofDay }) => (
        <section key={day} aria-label={day}>
          <h3>{day}</h3>
          <ul>
            {ofDay.map((version) => (
              <li key={version.revision}>
                <VersionButton version={version} isChosen={version.revision === chosen} onChoose={() => onChoose(version.revision)} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </nav>
  );
}

function VersionButton({ version, isChosen, onChoose }: { version: Version; isChosen: boolean; onChoose: () => void }): JSX.Element {
  const time = new Date(version.saved_at).toLocaleTimeString('en', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  const { reasons, by } = texts.sharing.history;
  return (
    <button type="button" className="version" aria-current={isChosen ? 'true' : undefined} onClick={onChoose}>
      <span className="version-time">{time}</span>
      <span className="version-words">
        {version.name ?? reasons[version.reason]}
        {version.author_name && <small>{by(version.author_name)}</small>}
      </span>
    </button>
  );
}
