import './dom';
import axios, { AxiosError, type AxiosRequestConfig, type AxiosResponse } from 'axios';
import { http } from '../src/api/client';
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

export function count(path: string): number {
  return requests.filter((request) => request.url === path).length;
}
