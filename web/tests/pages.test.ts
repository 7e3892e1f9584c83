import './dom';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { randomKey } from '../src/api/randomKey';
import { nameOfBrowser } from '../src/components/browsers';
import { splitAtWords } from '../src/components/highlight';
import { readDiagram } from '../src/components/importFile';
import { relativeTime } from '../src/components/relativeTime';
import { sizeText } from '../src/components/sizeText';
import { fileName } from '../src/canvas/output/exporting';
import { missingFields } from '../src/pages/loginRules';
import { match, ownAddress } from '../src/router';

test('a path is matched with its parameters', () => {
  assert.deepEqual(match('/projects/:project/diagrams/:id', '/projects/a%20b/diagrams/c'), { project: 'a b', id: 'c' });
  assert.equal(match('/projects/:id', '/projects'), null);
  assert.equal(match('/projects/:id', '/projects/'), null);
  assert.equal(match('/trash', '/search'), null);
  assert.deepEqual(match('/projects/:id', '/projects/%'), { id: '%' });
});

test('after signing in one goes to an address of this client, and to no other', () => {
  assert.equal(ownAddress('/projects/1?x=2'), '/projects/1?x=2');
  for (const address of [null, '', 'https://evil.example', '//evil.example', '/\\evil.example', 'javascript:alert(1)', '/login?next=/']) {
    assert.equal(ownAddress(address), '/', String(address));
  }
});

test('a form says what is missing before the server is asked', () => {
  assert.deepEqual(Object.keys(missingFields({ name: '', email: ' ', password: '' }, true)), ['name', 'email', 'password']);
  assert.deepEqual(Object.keys(missingFields({ name: '', email: 'a@b.co', password: 'short' }, false)), []);
  assert.deepEqual(Object.keys(missingFields({ name: 'A', email: 'a@b.co', password: 'short' }, true)), ['password']);
});

test('times are told relative to now', () => {
  const now = Date.parse('2026-11-24T12:00:00Z');
  const told = (seconds: number) => relativeTime(new Date(now - seconds * 1000).toISOString(), now);
  assert.deepEqual([5, 60, 7200, 86_400, 86_400 * 40].map(told), ['just now', '1 minute ago', '2 hours ago', 'yesterday', 'last month']);
});

test('browsers are called by their names', () => {
  assert.equal(nameOfBrowser('Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0 Safari/537.36'), 'Chrome on Linux');
  assert.equal(nameOfBrowser('Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) Version/17.0 Safari/604.1'), 'Safari on iOS');
  assert.equal(nameOfBrowser('curl/7.88.1'), 'curl');
  assert.equal(nameOfBrowser(''), 'Unknown program');
});

test('found words are marked in any case, and nothing is taken for a pattern', () => {
  assert.deepEqual(
    splitAtWords('Shop order(x)', 'ORDER shop')
      .filter((part) => part.isWord)
      .map((part) => part.text),
    ['Shop', 'order'],
  );
  assert.deepEqual(splitAtWords('a.b', '.*'), [{ text: 'a.b', isWord: false }]);
});

test('a file is a diagram when it is text and not too large', async () => {
  const file = (name: string, content: BlobPart) => new File([content], name);
  assert.deepEqual(await readDiagram(file('a.b.zen', 'A -> B: é')), { kind: 'sequence', name: 'a.b', source: 'A -> B: é' });
  assert.equal((await readDiagram(file('a.PUML', 'class A'))).kind, 'class');
  await assert.rejects(readDiagram(file('x.png', new Uint8Array([0x89, 0x50, 0xff]))), /not a text file/);
  await assert.rejects(readDiagram(file('x.zen', 'a\0b')), /not a text file/);
  await assert.rejects(readDiagram(file('x.zen', 'x'.repeat((1 << 20) + 1))), /larger than 1 MiB/);
});

test('names of files are taken by every system', () => {
  assert.equal(fileName('a/b: "c"?', 'svg'), 'a-b- -c--.svg');
  assert.equal(fileName('  ', 'png'), 'diagram.png');
});

test('keys are 128 bits, each another, also where a page has no crypto.randomUUID', () => {
  const keys = Array.from({ length: 100 }, randomKey);
  assert.equal(new Set(keys).size, 100);
  assert.ok(keys.every((key) => /^[0-9a-f]{32}$/.test(key)));
});

test('a number of bytes is said in the unit that people would use', () => {
  const said = [0, 1, 999, 1000, 1234, 9949, 9951, 45_678, 999_499, 999_500, 1_000_000_000, 2e15].map(sizeText);
  assert.deepEqual(said, ['0 bytes', '1 byte', '999 bytes', '1 kB', '1.2 kB', '9.9 kB', '10 kB', '46 kB', '999 kB', '1 MB', '1 GB', '2,000 TB']);
});
