import type { AccessEvent } from '../../api/schema';
import { texts } from '../../texts';

const { events, kinds, roles, opened } = texts.sharing;

/** What happened, in words. An account that is gone is somebody. */
export function toldEvent(event: AccessEvent): string {
  const actor = event.actor_name ?? opened.somebody;
  const member = event.member_name ?? events.somebody;
  const kind = nameIn(kinds, event.detail);
  switch (event.action) {
    case 'link_made':
      return events.linkMade(actor, kind);
    case 'link_ended':
      return events.linkEnded(actor, kind);
    case 'invited':
      return events.invited(actor);
    case 'joined':
      return events.joined(actor, nameIn(roles, event.detail));
    case 'role_given':
      return events.roleGiven(actor, member, nameIn(roles, event.detail));
    case 'removed':
      return events.removed(actor, member);
    case 'left':
      return events.left(actor);
    case 'handed_over':
      return events.handedOver(actor, member);
  }
}

/** What a newer server says and this client doesn't know stays as it is. */
function nameIn(names: Readonly<Record<string, string>>, name: string | null): string {
  return name === null ? '' : (names[name] ?? name);
}
