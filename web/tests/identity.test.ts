import './dom';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deleteAccount } from '../src/api/account';
import { errorTypeOf } from '../src/api/errors';
import { confirmed, currentQuestion } from '../src/auth/confirmed';
import { inFours } from '../src/components/inFours';
import { qrShape } from '../src/components/qrShape';
import { typedCode } from '../src/components/typedCode';
import { recoveryFile } from '../src/pages/recoveryFile';
import { answer, count } from './answers';

const refusal = { status: 403, data: { detail: 'Please confirm that it is you', error_type: 'confirmation_required' } };
const settled = () => new Promise<void>((resolve) => setImmediate(resolve));

/** A server that wants to know once more who somebody is, until it does. */
function askingServer(): { confirm: () => void } {
  let isConfirmed = false;
  answer((request) => {
    if (request.url === '/api/auth/confirm') return { status: 200, data: { method: 'password' } };
    return isConfirmed ? { status: 204 } : refusal;
  });
  return { confirm: () => (isConfirmed = true) };
}

test('who signed in just now is asked for nothing', async () => {
  answer(() => ({ status: 204 }));
  await confirmed(deleteAccount);
  assert.equal(count('/api/account'), 1);
  assert.equal(currentQuestion(), null);
});

test('what needs a confirmation is done again after it', async () => {
  const server = askingServer();
  const deletion = confirmed(deleteAccount);
  await settled();
  assert.equal(currentQuestion()?.method, 'password');
  assert.equal(count('/api/account'), 1);
  server.confirm();
  currentQuestion()?.answer(true);
  await deletion;
  assert.equal(count('/api/account'), 2);
  assert.equal(currentQuestion(), null);
});

test('without the confirmation nothing is done, and the server’s answer is told', async () => {
  askingServer();
  const deletion = confirmed(deleteAccount).then(
    () => 'done',
    (error: unknown) => errorTypeOf(error),
  );
  await settled();
  currentQuestion()?.answer(false);
  assert.equal(await deletion, 'confirmation_required');
  assert.equal(count('/api/account'), 1);
});

test('there is one question at a time, about what was done last', async () => {
  const server = askingServer();
  const first = confirmed(deleteAccount).catch(errorTypeOf);
  await settled();
  const second = confirmed(deleteAccount);
  await settled();
  assert.equal(await first, 'confirmation_required');
  server.confirm();
  currentQuestion()?.answer(true);
  await second;
  assert.equal(currentQuestion(), null);
});

test('other errors are asked nothing about', async () => {
  answer(() => ({ status: 403, data: { detail: '', error_type: 'forbidden' } }));
  assert.equal(await confirmed(deleteAccount).catch(errorTypeOf), 'forbidden');
  assert.equal(count('/api/auth/confirm'), 0);
});

test('codes are taken as apps show them, and keys shown as people type them', () => {
  assert.equal(typedCode(' 123 456\u00a0'), '123456');
  assert.equal(typedCode('abcd-efgh'), 'abcd-efgh');
  assert.equal(inFours('JBSWY3DPEHPK3PXP'), 'JBSW Y3DP EHPK 3PXP');
  assert.equal(inFours('ABCDE'), 'ABCD E');
});

test('a QR code has its three corners, and a quiet zone around it', () => {
  const { size, path } = qrShape('otpauth://totp/ZenUML%3Aada%40example.com?secret=JBSWY3DPEHPK3PXP&issuer=ZenUML');
  const dark = new Set<string>();
  for (const [, x, y, length] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g))
    for (let step = 0; step < Number(length); step++) dark.add(`${Number(x) + step} ${y}`);
  const places = [...dark].map((place) => place.split(' ').map(Number));
  assert.ok(places.every((place) => place.every((one) => one >= 4 && one < size - 4)));
  const finder = ['1111111', '1000001', '1011101', '1011101', '1011101', '1000001', '1111111'];
  const corners = [
    [4, 4],
    [size - 11, 4],
    [4, size - 11],
  ] as const;
  for (const [left, top] of corners)
    finder.forEach((row, y) => {
      assert.equal([...row].map((_, x) => (dark.has(`${left + x} ${top + y}`) ? 1 : 0)).join(''), row);
    });
});

test('kept recovery codes say what they are for', async () => {
  const text = await recoveryFile('ada@example.com', ['abcd-efgh', 'ijkl-mnop']).text();
  assert.match(text, /ada@example\.com for ZenUML/);
  assert.match(text, /\nabcd-efgh\nijkl-mnop\n$/);
});
