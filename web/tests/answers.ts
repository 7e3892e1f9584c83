import './dom';
import axios, { AxiosError, type AxiosRequestConfig, type AxiosResponse } from 'axios';
import { http } from '../src/api/client';
import type { UserResponse } from '../src/api/schema';
import { session } from '../src/auth/session';

type Answer = { status: number; data?: unknown };
type Server = (request: AxiosRequestConfig) => Answer | 'away';

/** What was asked since a server was last put in place. */
export let requests: AxiosRequestConfig[] = [];

/** Puts a server in place that answers as it is told. */
export function answer(server: Server): void {
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

export const ada: UserResponse = {
  id: 'ada',
  email: 'ada@example.com',
  name: 'Ada',
  picture: null,
  created_at: '',
  email_verified: true,
  second_factor: 'off',
  provider: 'local',
};

/** Signs somebody in, in the place of whoever is signed in. What they want from a server is answered by one that is put in place later. */
export async function signIn(user: UserResponse): Promise<void> {
  answer(({ url }) => ({ status: 200, data: url === '/api/auth/me' ? user : { access_token: user.id } }));
  await session.signIn(user.email, 'password');
}

export function count(path: string): number {
  return requests.filter((request) => request.url === path).length;
}
