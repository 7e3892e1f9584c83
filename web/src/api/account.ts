import { http } from './client';
import type { Session } from './schema';

export async function listSessions(): Promise<Session[]> {
  return (await http.get<Session[]>('/api/auth/sessions')).data;
}

export async function endSession(id: string): Promise<void> {
  await http.delete(`/api/auth/sessions/${encodeURIComponent(id)}`);
}

export async function deleteAccount(): Promise<void> {
  await http.delete('/api/account');
}
