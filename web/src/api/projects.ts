import { http } from './client';
import { manyPages, type Page } from './pages';
import type { DiagramSummary, Project, ProjectUpdate } from './schema';

export async function listProjects(isArchived: boolean, next?: string): Promise<Page<Project>> {
  return next ? manyPages<Project>(next) : manyPages<Project>('/api/projects', { archived: isArchived, sort: 'updated', limit: 100 });
}

/** Those of others that are shared with whoever is signed in. */
export async function listSharedProjects(next?: string): Promise<Page<Project>> {
  return next ? manyPages<Project>(next) : manyPages<Project>('/api/projects', { shared: true, sort: 'updated', limit: 100 });
}

export async function findProject(id: string): Promise<Project> {
  return (await http.get<Project>(`/api/projects/${encodeURIComponent(id)}`)).data;
}

export async function createProject(name: string, key: string): Promise<Project> {
  return (await http.post<Project>('/api/projects', { name }, { headers: { 'Idempotency-Key': key } })).data;
}

export async function updateProject(id: string, update: ProjectUpdate): Promise<Project> {
  return (await http.patch<Project>(`/api/projects/${encodeURIComponent(id)}`, update)).data;
}

export async function deleteProject(id: string): Promise<void> {
  await http.delete(`/api/projects/${encodeURIComponent(id)}`);
}

export async function restoreProject(id: string): Promise<Project> {
  return (await http.post<Project>(`/api/projects/${encodeURIComponent(id)}/restore`)).data;
}

export async function listDiagrams(projectId: string, next?: string): Promise<Page<DiagramSummary>> {
  if (next) return manyPages<DiagramSummary>(next);
  return manyPages<DiagramSummary>(`/api/projects/${encodeURIComponent(projectId)}/diagrams`, { limit: 100 });
}
