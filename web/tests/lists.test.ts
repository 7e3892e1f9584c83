import './dom';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { DiagramEntry, UserResponse } from '../src/api/schema';
import type { SessionState } from '../src/auth/session';
import { changedByOther } from '../src/components/changedByOther';
import { addressOfEntry } from '../src/pages/addresses';

const entry: DiagramEntry = {
  id: 'd',
  project_id: 'p',
  kind: 'sequence',
  name: 'plan',
  revision: 2,
  created_at: '2026-11-24T12:00:00.000Z',
  updated_at: '2026-11-24T12:00:00.000Z',
  changed_by: { id: 'bob', name: 'Bob' },
  project_name: 'Shop',
  shared: false,
};

test('a change is told with the name of whoever made it, but for one’s own', () => {
  const ada: SessionState = { name: 'signedIn', user: { id: 'ada', name: 'Ada' } as UserResponse };
  assert.equal(changedByOther(entry, ada), 'Bob');
  assert.equal(changedByOther({ ...entry, changed_by: { id: 'ada', name: 'Ada' } }, ada), undefined);
  assert.equal(changedByOther({ ...entry, changed_by: null }, ada), undefined);
  assert.equal(changedByOther(entry, { name: 'starting' }), undefined);
});

test('what is shared alone is opened without its project', () => {
  assert.equal(addressOfEntry(entry), '/projects/p/diagrams/d');
  assert.equal(addressOfEntry({ ...entry, shared: true }), '/projects/p/diagrams/d');
  assert.equal(addressOfEntry({ ...entry, shared: true, project_name: null }), '/projects/shared/diagrams/d');
});
