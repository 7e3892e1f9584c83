import './dom';
import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { findSharedByMe } from '../src/api/account';
import type { Member, SharedProject } from '../src/api/schema';
import { currentQuestion } from '../src/auth/confirmed';
import { isOwnerInPerson } from '../src/components/sharing/members';
import { deleted, leaveFor, missingAnswers } from '../src/pages/accountDeletion';
import { texts } from '../src/texts';
import { ada, answer, requests, signIn } from './answers';

const { missing } = texts.profile.deletion;
const settled = () => new Promise<void>((resolve) => setImmediate(resolve));
const bob: Member = { user_id: 'bob', name: 'Bob', role: 'viewer', link_id: null, added_at: '' };
const projects: ReadonlyArray<SharedProject> = ['shop', 'depot', 'office'].map((id) => ({ id, name: id, members: [bob] }));
const fates = { shop: 'bob', depot: deleted, office: 'bob' };
const everything = ['post /api/projects/shop/owner', 'post /api/projects/office/owner', 'delete /api/account'];

/** What the server was asked, in order. */
function asked(): ReadonlyArray<string> {
  return requests.map(({ method, url }) => `${method} ${url}`);
}

/** @returns The errors, and what was handed over. */
async function leave(): Promise<[Readonly<Record<string, string>>, ReadonlyArray<string>]> {
  const given: string[] = [];
  const errors = await leaveFor(projects, fates, ({ name }, heir) => given.push(`${name} to ${heir}`));
  return [errors, given];
}

beforeEach(() => signIn(ada));

test('the role of an owner does not make one the owner in person', () => {
  assert.equal(isOwnerInPerson({ owner_id: 'ada' }, 'ada'), true);
  assert.equal(isOwnerInPerson({ owner_id: 'ada' }, 'bob'), false);
  assert.equal(isOwnerInPerson({ owner_id: null }, undefined), false);
});

test('something has to be chosen for each project that is shared, and the word be typed', () => {
  const { deleteWord, deleteQuestion } = texts.account;
  assert.deepEqual(missingAnswers(projects, fates, deleteWord), {});
  assert.deepEqual(missingAnswers(projects, { shop: deleted }, deleteWord), { depot: missing, office: missing });
  assert.deepEqual(missingAnswers([], {}, 'delete'), { word: deleteQuestion });
  assert.deepEqual(missingAnswers(projects, { shop: 'bob', depot: 'bob' }, ''), { office: missing, word: deleteQuestion });
});

test('what is shared is asked for', async () => {
  answer(() => ({ status: 200, data: { projects, diagrams: 2 } }));
  assert.deepEqual(await findSharedByMe(), { projects: [...projects], diagrams: 2 });
  assert.deepEqual(asked(), ['get /api/account/shared']);
});

test('projects are handed over one after the other before the account is deleted', async () => {
  answer(() => ({ status: 204 }));
  assert.deepEqual(await leave(), [{}, ['shop to bob', 'office to bob']]);
  assert.deepEqual(asked(), everything);
  assert.deepEqual(JSON.parse(String(requests[0]?.data)), { user_id: 'bob' });
});

test('a project that can’t be handed over stops everything', async () => {
  const detail = 'This member has no room';
  answer(({ url }) => (url === '/api/projects/office/owner' ? { status: 409, data: { detail, error_type: 'conflict' } } : { status: 204 }));
  assert.deepEqual(await leave(), [{ office: detail }, ['shop to bob']]);
  assert.deepEqual(asked(), everything.slice(0, 2));
});

test('a deletion that fails is told where the word is typed', async () => {
  answer(({ url }) => (url === '/api/account' ? 'away' : { status: 204 }));
  assert.deepEqual(await leave(), [{ word: texts.errors.unreachable }, ['shop to bob', 'office to bob']]);
});

test('one confirmation is enough for all of it', async () => {
  let isConfirmed = false;
  answer(({ url }) => {
    if (url === '/api/auth/confirm') return { status: 200, data: { method: 'password' } };
    return isConfirmed ? { status: 204 } : { status: 403, data: { detail: '', error_type: 'confirmation_required' } };
  });
  const leaving = leave();
  await settled();
  isConfirmed = true;
  currentQuestion()?.answer(true);
  assert.deepEqual(await leaving, [{}, ['shop to bob', 'office to bob']]);
  assert.deepEqual(asked(), ['post /api/projects/shop/owner', 'get /api/auth/confirm', ...everything]);
  assert.equal(currentQuestion(), null);
});
