import './dom';
import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { http } from '../src/api/client';
import { ticketOf } from '../src/api/errors';
import { session, Session } from '../src/auth/session';
import { SessionChannel } from '../src/auth/SessionChannel';
import { ada as user, answer, count, requests } from './answers';

beforeEach(() => {
  localStorage.clear();
  session.accessToken = 'old';
  localStorage.setItem('zenuml-was-signed-in', '1');
});

test('a refused token is refreshed once for all who wait, and each request is made again', async () => {
  answer((request) => {
    if (request.url === '/api/auth/refresh') return { status: 200, data: { access_token: 'new', token_type: 'bearer', expires_in: 1800 } };
    return request.headers?.['Authorization'] === 'Bearer new' ? { status: 200, data: [request.url] } : { status: 401 };
  });
  const answers = await Promise.all(['/a', '/b', '/c'].map((path) => http.get(path)));
  assert.deepEqual(
    answers.map((one) => one.data),
    [['/a'], ['/b'], ['/c']],
  );
  assert.equal(count('/api/auth/refresh'), 1);
  assert.equal(requests.find((one) => one.url === '/api/auth/refresh')?.headers?.['X-Token-Transport'], 'cookie');
});

test('a request is made again once, not for ever', async () => {
  answer((request) => (request.url === '/api/auth/refresh' ? { status: 200, data: { access_token: 'new' } } : { status: 401 }));
  await assert.rejects(http.get('/a'));
  assert.equal(count('/a'), 2);
});

test('a refused refresh ends the session', async () => {
  answer(() => ({ status: 401 }));
  await assert.rejects(http.get('/a'));
  assert.equal(session.current().name, 'signedOut');
  assert.equal(session.accessToken, null);
  assert.equal(localStorage.getItem('zenuml-was-signed-in'), null);
});

test('a network that is away does not end the session', async () => {
  answer((request) => (request.url === '/api/auth/me' ? { status: 200, data: user } : { status: 200, data: { access_token: 't' } }));
  await session.start();
  answer((request) => (request.url === '/api/auth/refresh' ? 'away' : { status: 401 }));
  await assert.rejects(http.get('/a'));
  assert.deepEqual(session.current(), { name: 'signedIn', user });
  answer((request) => (request.url === '/api/auth/refresh' ? { status: 503 } : { status: 401 }));
  await assert.rejects(http.get('/a'));
  assert.equal(session.current().name, 'signedIn');
});

test('what another tab has refreshed is taken', async () => {
  const channel = new SessionChannel();
  const tab = new Session(channel);
  tab.accessToken = 'old';
  channel.onToken('from another tab');
  answer(() => ({ status: 500 }));
  assert.equal(await tab.refresh('old'), 'refreshed');
  assert.equal(tab.accessToken, 'from another tab');
  assert.equal(requests.length, 0);
  channel.onSignedOut();
  assert.equal(tab.current().name, 'signedOut');
});

test('signing out asks the server, and ends the session here even if it is away', async () => {
  answer(() => 'away');
  await assert.rejects(session.signOut());
  assert.equal(session.current().name, 'signedOut');
  assert.equal(count('/api/auth/logout'), 1);
});

test('signing out with a token that has run out ends the session all the same', async () => {
  answer((request) => {
    if (request.url === '/api/auth/refresh') return { status: 200, data: { access_token: 'new' } };
    return request.headers?.['Authorization'] === 'Bearer new' ? { status: 200 } : { status: 401 };
  });
  await session.signOut();
  assert.equal(count('/api/auth/logout'), 2);
  assert.equal(session.current().name, 'signedOut');
});

test('a sign-out that could not reach the server is made up for before anybody is let in', async () => {
  answer(() => 'away');
  await assert.rejects(session.signOut());
  answer((request) => (request.url === '/api/auth/refresh' ? { status: 200, data: { access_token: 'new' } } : { status: 200 }));
  await session.start();
  assert.equal(count('/api/auth/logout'), 1);
  assert.equal(count('/api/auth/me'), 0);
  assert.equal(session.current().name, 'signedOut');
  await session.start();
  assert.equal(count('/api/auth/refresh'), 1);
});

test('nobody is asked for a session who never had one', async () => {
  localStorage.clear();
  answer(() => ({ status: 500 }));
  await session.start();
  assert.equal(session.current().name, 'signedOut');
  assert.equal(requests.length, 0);
});

test('a sign-in in two steps is one for the rest of the client', async () => {
  answer((request) => {
    if (request.url === '/api/auth/login') return { status: 401, data: { error_type: 'second_factor_required', detail: '', ticket: 'T' } };
    return { status: 200, data: request.url === '/api/auth/me' ? user : { access_token: 'new' } };
  });
  await session.signIn('a@b.co', 'password').catch((error: unknown) => assert.equal(ticketOf(error), 'T'));
  assert.equal(count('/api/auth/refresh'), 0, 'it is no session that has run out');
  await session.finishSignIn('T', '123456');
  const step = requests.find((one) => one.url === '/api/auth/second-factor/sign-in');
  assert.deepEqual(JSON.parse(String(step?.data)), { ticket: 'T', code: '123456' });
  assert.equal(step?.headers?.['X-Token-Transport'], 'cookie');
  assert.equal(session.accessToken, 'new');
  assert.deepEqual(session.current(), { name: 'signedIn', user });
});

test('whoever is signed in learns that a second factor is asked for by now', async () => {
  answer((request) => ({ status: 200, data: request.url === '/api/auth/me' ? user : { access_token: 't' } }));
  await session.start();
  answer(() => ({ status: 403, data: { error_type: 'second_factor_setup_required' } }));
  await assert.rejects(http.get('/a'));
  const required = { name: 'signedIn', user: { ...user, second_factor: 'required' } };
  assert.deepEqual(session.current(), required);
  session.know({ ...user, second_factor: 'on' });
  await assert.rejects(http.get('/a'));
  assert.deepEqual(session.current(), { name: 'signedIn', user: { ...user, second_factor: 'on' } }, 'an answer that comes late changes nothing');
});
