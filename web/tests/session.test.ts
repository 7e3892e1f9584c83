import './dom';
import assert from 'node:assert/strict';
import axios, { AxiosError, type AxiosRequestConfig, type AxiosResponse } from 'axios';
import { beforeEach, test } from 'node:test';
import { http } from '../src/api/client';
import { session, Session } from '../src/auth/session';
import { SessionChannel } from '../src/auth/SessionChannel';

type Answer = { status: number; data?: unknown };
type Server = (request: AxiosRequestConfig) => Answer | 'away';

let requests: AxiosRequestConfig[] = [];

function answer(server: Server): void {
  requests = [];
  const adapter = async (request: AxiosRequestConfig): Promise<AxiosResponse> => {
    requests.push(request);
    const given = server(request);
    if (given === 'away') throw new AxiosError('Network Error', 'ERR_NETWORK', request);
    const response = { ...given, data: given.data ?? {}, statusText: '', headers: {}, config: request };
    if (given.status >= 400) throw new AxiosError('', '', request, undefined, response);
    return response;
  };
  axios.defaults.adapter = adapter;
  http.defaults.adapter = adapter;
  (session as unknown as { http: typeof http }).http.defaults.adapter = adapter;
}

const user = { id: 'u', email: 'a@b.co', name: 'Ada', picture: null, created_at: '' };
const count = (path: string) => requests.filter((request) => request.url === path).length;

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
