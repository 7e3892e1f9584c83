import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { AccessEvent } from '../src/api/schema';
import { toldEvent } from '../src/components/sharing/toldEvent';

const base = { at: '2026-11-27T12:00:00.000Z', actor_id: 'ada', actor_name: 'Ada', member_id: null, member_name: null, detail: null };

test('what happened to access is told in words', () => {
  const events: ReadonlyArray<[Partial<AccessEvent>, string]> = [
    [{ action: 'link_made', detail: 'edit' }, 'Ada made the link “People who sign in can edit”'],
    [{ action: 'invited', detail: 'view' }, 'Ada invited somebody'],
    [{ action: 'joined', actor_name: 'Bob', member_name: 'Bob', detail: 'editor' }, 'Bob came in: can edit'],
    [{ action: 'role_given', member_name: 'Bob', detail: 'viewer' }, 'Ada gave Bob a role: can view'],
    [{ action: 'removed' }, 'Ada took access away from somebody'],
    [{ action: 'handed_over', member_name: 'Bob' }, 'Ada handed it over to Bob'],
  ];
  for (const [event, words] of events) assert.equal(toldEvent({ ...base, ...event } as AccessEvent), words);
});
