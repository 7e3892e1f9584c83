import './dom';
import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { deleteAccount } from '../src/api/account';
import { errorTypeOf } from '../src/api/errors';
import { activateSecondFactor } from '../src/api/secondFactor';
import { confirmed, currentQuestion } from '../src/auth/confirmed';
import { session } from '../src/auth/session';
import { inFours } from '../src/components/inFours';
import { qrShape } from '../src/components/qrShape';
import { typedCode } from '../src/components/typedCode';
import { afterConflict } from '../src/pages/afterConflict';
import { recoveryFile } from '../src/pages/recoveryFile';
import { ada, answer, count, signIn } from './answers';

const refusal = { status: 403, data: { detail: 'Please confirm that it is you', error_type: 'confirmation_required' } };
const bob = { ...ada, id: 'bob', email: 'bob@example.com' };
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

beforeEach(() => signIn(ada));

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

test('a question ends with the session of whoever it was for', async () => {
  askingServer();
  const deletion = confirmed(deleteAccount).catch(errorTypeOf);
  await settled();
  assert.equal(currentQuestion()?.userId, 'ada');
  session.know({ ...ada, name: 'Ada Lovelace' });
  assert.ok(currentQuestion(), 'she is the same by another name');
  session.leave();
  assert.equal(currentQuestion(), null);
  assert.equal(await deletion, 'confirmation_required');
  assert.equal(count('/api/account'), 1);
});

test('whoever signs in meanwhile is neither asked, nor is anything done in their name', async () => {
  askingServer();
  const deletion = confirmed(deleteAccount).catch(errorTypeOf);
  await settled();
  const question = currentQuestion();
  await signIn(bob);
  const server = askingServer();
  server.confirm();
  question?.answer(true);
  assert.equal(currentQuestion(), null);
  assert.equal(await deletion, 'confirmation_required');
  assert.equal(count('/api/account'), 0);
});

test('an answer that comes when somebody else is signed in asks them nothing', async () => {
  const server = askingServer();
  const deletion = confirmed(deleteAccount).catch(errorTypeOf);
  session.know(bob);
  await settled();
  assert.equal(currentQuestion(), null);
  server.confirm();
  assert.equal(await deletion, 'confirmation_required');
  assert.equal(count('/api/account'), 1);
  assert.equal(count('/api/auth/confirm'), 0);
});

test('a confirmation in the same moment as a change of person does not count', async () => {
  const server = askingServer();
  const deletion = confirmed(deleteAccount).catch(errorTypeOf);
  await settled();
  server.confirm();
  currentQuestion()?.answer(true);
  session.know(bob);
  assert.equal(await deletion, 'confirmation_required');
  assert.equal(count('/api/account'), 1);
});

test('nobody is asked while nobody is signed in', async () => {
  session.leave();
  askingServer();
  assert.equal(await confirmed(deleteAccount).catch(errorTypeOf), 'confirmation_required');
  assert.equal(count('/api/auth/confirm'), 0);
});

test('an old answer ends no newer question', async () => {
  askingServer();
  const first = confirmed(deleteAccount).catch(errorTypeOf);
  await settled();
  const old = currentQuestion();
  const second = confirmed(deleteAccount).catch(errorTypeOf);
  await settled();
  old?.answer(true);
  assert.ok(currentQuestion());
  currentQuestion()?.answer(false);
  assert.deepEqual(await Promise.all([first, second]), ['confirmation_required', 'confirmation_required']);
});

test('other errors are asked nothing about', async () => {
  answer(() => ({ status: 403, data: { detail: '', error_type: 'forbidden' } }));
  assert.equal(await confirmed(deleteAccount).catch(errorTypeOf), 'forbidden');
  assert.equal(count('/api/auth/confirm'), 0);
});

test('after a conflict it is found out how things stand', async () => {
  const user = { ...ada, second_factor: 'on' };
  const state = { is_on: true, is_required: false, recovery_codes: 10 };
  answer(({ url }) => {
    if (url === '/api/auth/second-factor/activation')
      return { status: 409, data: { detail: 'No second factor is being set up', error_type: 'conflict' } };
    return { status: 200, data: url === '/api/auth/me' ? user : state };
  });
  const conflict: unknown = await activateSecondFactor('123456').catch((error: unknown) => error);
  assert.deepEqual(await afterConflict(conflict), { user, state });
  answer(() => 'away');
  assert.equal(await afterConflict(conflict), undefined);
  const away: unknown = await activateSecondFactor('123456').catch((error: unknown) => error);
  assert.equal(await afterConflict(away), undefined);
  assert.equal(count('/api/auth/second-factor'), 1);
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
