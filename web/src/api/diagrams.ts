import { session } from '../auth/session';
import { http } from './client';
import { onePage, type Page } from './pages';
import type { Diagram, DiagramCreate, DiagramEntry, DiagramUpdate } from './schema';

function address(id: string): string {
  return `/api/diagrams/${encodeURIComponent(id)}`;
}

export async function findDiagram(id: string): Promise<Diagram> {
  return (await http.get<Diagram>(address(id))).data;
}

export async function createDiagram(projectId: string, diagram: DiagramCreate, key: string): Promise<Diagram> {
  const path = `/api/projects/${encodeURIComponent(projectId)}/diagrams`;
  return (await http.post<Diagram>(path, diagram, { headers: { 'Idempotency-Key': key } })).data;
}

/** Changes a diagram, if it is still at the revision that the change was made from (412 if not). */
export async function updateDiagram(id: string, revision: number, update: DiagramUpdate): Promise<Diagram> {
  return (await http.patch<Diagram>(address(id), update, { headers: { 'If-Match': `"${revision}"` } })).data;
}

/** What a page sends on its way out; browsers let no more than 64 KiB of that through. Nobody waits for the answer. */
export function sendLastUpdate(id: string, revision: number, update: DiagramUpdate): void {
  // Without the places of its elements a diagram is still whole.
  const bodies = [update, { ...update, layout: undefined }].map((one) => JSON.stringify(one));
  const body = bodies.find((one) => one.length <= 20_000 && one !== '{}');
  if (!session.accessToken || !body) return;
  const headers = { Authorization: `Bearer ${session.accessToken}`, 'Content-Type': 'application/json', 'If-Match': `"${revision}"` };
  void fetch(address(id), { method: 'PATCH', body, headers, keepalive: true }).catch(() => undefined);
}

/** Renames a diagram, whatever revision it is at: a name that somebody types is meant to be the name. */
export async function renameDiagram(id: string, name: string): Promise<Diagram> {
  return (await http.patch<Diagram>(address(id), { name }, { headers: { 'If-Match': '*' } })).data;
}

export async function deleteDiagram(id: string, options: { permanently?: boolean } = {}): Promise<void> {
  await http.delete(address(id), { params: options.permanently ? { permanent: true } : {} });
}

export async function restoreDiagram(id: string): Promise<Diagram> {
  return (await http.post<Diagram>(`${address(id)}/restore`)).data;
}

export async function recentDiagrams(limit: number): Promise<DiagramEntry[]> {
  return (await onePage<DiagramEntry>('/api/diagrams', { recent: true, limit })).records;
}

/** Those of others that are shared one by one. */
export async function sharedDiagrams(next?: string): Promise<Page<DiagramEntry>> {
  return onePage<DiagramEntry>(next ?? '/api/diagrams', next ? undefined : { shared: true, limit: 24 });
}

export async function trashedDiagrams(next?: string): Promise<Page<DiagramEntry>> {
  return onePage<DiagramEntry>(next ?? '/api/diagrams/trash');
}

export async function searchDiagrams(words: string, next?: string): Promise<Page<DiagramEntry>> {
  return next ? onePage<DiagramEntry>(next) : onePage<DiagramEntry>('/api/search', { q: words });
}

/** A picture that the server has drawn. */
export async function diagramPicture(id: string, format: 'svg' | 'png' | 'pdf', parameters: { theme: string; scale?: number }): Promise<Blob> {
  return (await http.get<Blob>(`${address(id)}.${format}`, { params: parameters, responseType: 'blob' })).data;
}
