import type { AccessEvent } from '../../api/schema';
import { texts } from '../../texts';
import { Time } from '../Time';
import { toldEvent } from './toldEvent';

/** Who gave whom what lately, for those who decide about it. */
export function EventList({ events }: { events: ReadonlyArray<AccessEvent> }): JSX.Element | null {
  if (events.length === 0) return null;
  return (
    <details className="sharing-part">
      <summary>{texts.sharing.events.title}</summary>
      <ul className="people">
        {events.map((event) => (
          <li key={`${event.at} ${event.action} ${event.member_name}`}>
            <span className="person">{toldEvent(event)}</span>
            <span className="quiet">
              <Time value={event.at} />
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}
