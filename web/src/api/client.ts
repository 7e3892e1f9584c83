import axios, { type AxiosInstance, type AxiosRequestConfig } from 'axios';
import { session } from '../auth/session';
import { errorTypeOf } from './errors';

/** Marks a request that was made again after a refresh, so that it isn't a second time. */
type Attempt = AxiosRequestConfig & { isRepeated?: boolean };

/** The one way from this client to the API. The access token is added to each request, and refreshed when it has run out. */
export const http: AxiosInstance = axios.create({ timeout: 20_000 });

http.interceptors.request.use((request) => {
  const token = session.accessToken;
  if (token) request.headers = { ...request.headers, Authorization: `Bearer ${token}` };
  return request;
});

http.interceptors.response.use(undefined, async (error: unknown) => {
  if (errorTypeOf(error) === 'second_factor_setup_required') session.requireSecondFactor();
  if (!axios.isAxiosError(error) || error.response?.status !== 401) throw error;
  const request = error.config as Attempt | undefined;
  if (!request || request.isRepeated) throw error;
  const used = String(request.headers?.['Authorization'] ?? '').replace('Bearer ', '');
  if ((await session.refresh(used)) !== 'refreshed') throw error;
  return http.request({ ...request, isRepeated: true } as Attempt);
});
