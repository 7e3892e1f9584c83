import './dom';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Member, Version } from '../src/api/schema';
import { folded, lineChanges } from '../src/canvas/text/lineChanges';
import { daysOf } from '../src/canvas/history/days';
import { addressOf, linkOf, snippetsOf } from '../src/components/sharing/links';
import { oncePerPerson } from '../src/components/sharing/members';
import { linkToken } from '../src/pages/linkToken';

test('the token of a link stands where no log sees it', () => {
  const link = { id: '1', kind: 'view', token: 'abc', created_at: '' } as const;
  assert.equal(addressOf(link), `${window.location.origin}/s#abc`);
  assert.equal(addressOf({ ...link, token: null }), null, 'the key is gone with which it was sealed');
  assert.deepEqual(linkOf('edit', 'week'), { kind: 'edit', expires_in_days: 7 });
  assert.deepEqual(linkOf('edit', 'never'), { kind: 'edit' });
});

test('names break no snippet', () => {
  const snippets = snippetsOf('https://x/e/t', 'A "b" <c> [d] \\ & e');
  assert.equal(snippets.markdown, '![A "b" <c> \\[d\\] \\\\ & e](https://x/e/t.svg)');
  assert.equal(snippets.html, '<img src="https://x/e/t.svg" alt="A &quot;b&quot; &lt;c> [d] \\ &amp; e">');
  assert.match(snippets.frame, /src="https:\/\/x\/e\/t" title="A &quot;b&quot;/);
  assert.equal(snippets.confluence, '!https://x/e/t.svg!');
});

test('who came by two links is there once, with the higher role', () => {
  const member = (role: Member['role'], name = 'a'): Member => ({ user_id: name, name, role, link_id: null, added_at: '' });
  const members = [member('viewer'), member('editor'), member('commenter'), member('owner', 'b')];
  assert.deepEqual(
    oncePerPerson(members).map(({ name, role }) => [name, role]),
    [
      ['a', 'editor'],
      ['b', 'owner'],
    ],
  );
});

test('two texts are one list of lines', () => {
  const lines = lineChanges('a\nb\nc\n', 'a\nB\nc\nd');
  assert.deepEqual(
    lines.map(({ kind, text }) => `${kind} ${text}`),
    ['same a', 'removed b', 'added B', 'same c', 'added d'],
  );
  assert.deepEqual(lineChanges('', ''), []);
  assert.deepEqual(lineChanges('a', 'a'), [{ kind: 'same', text: 'a' }]);
});

test('what is the same is shown near to what is not', () => {
  const numbers = Array.from({ length: 20 }, (_, number) => `${number}\n`);
  const lines = lineChanges(numbers.join(''), numbers.map((one) => (one === '9\n' ? 'nine\n' : one)).join(''));
  assert.deepEqual(
    folded(lines, (count) => `… ${count}`).map(({ text }) => text),
    ['… 6', '6', '7', '8', '9', 'nine', '10', '11', '12', '… 7'],
  );
  assert.deepEqual(folded([], String), []);
});

test('versions are listed by day', () => {
  const version = (revision: number, saved_at: string): Version => ({ revision, saved_at, name: null, author_name: null, reason: 'automatic' });
  const days = daysOf([version(3, '2026-11-27T12:00:00Z'), version(2, '2026-11-27T11:00:00Z'), version(1, '2026-11-20T12:00:00Z')]);
  assert.deepEqual(
    days.map((day) => day.versions.map((one) => one.revision)),
    [[3, 2], [1]],
  );
  assert.match(days[0]?.day ?? '', /November 27, 2026|27 November 2026/);
});

test('the token is kept for the tab while somebody signs in, and then forgotten', () => {
  window.location.hash = '#secret';
  assert.equal(linkToken(window.location.hash.slice(1)), 'secret');
  window.location.hash = '';
  assert.equal(linkToken(window.location.hash.slice(1)), 'secret');
  linkToken.forget();
  assert.equal(linkToken(window.location.hash.slice(1)), '');
});
