import { http } from './client';
import type { Link, LinkCreate, MemberUpdate, Shared, Sharing } from './schema';

/** Of a project or diagram that is shared. */
export type SharedPath = string & { readonly isSharedPath: true };

export function pathOfProject(id: string): SharedPath {
  return `/api/projects/${encodeURIComponent(id)}` as SharedPath;
}

export function pathOfDiagram(id: string): SharedPath {
  return `/api/diagrams/${encodeURIComponent(id)}` as SharedPath;
}

export async function findAccess(path: SharedPath): Promise<Sharing> {
  return (await http.get<Sharing>(`${path}/access`)).data;
}

export async function addLink(path: SharedPath, link: LinkCreate): Promise<Link> {
  return (await http.post<Link>(`${path}/links`, link)).data;
}

export async function removeLink(path: SharedPath, id: string): Promise<void> {
  await http.delete(`${path}/links/${encodeURIComponent(id)}`);
}

export async function setRole(path: SharedPath, userId: string, role: MemberUpdate['role']): Promise<void> {
  await http.patch(`${path}/members/${encodeURIComponent(userId)}`, { role });
}

export async function removeMember(path: SharedPath, userId: string): Promise<void> {
  await http.delete(`${path}/members/${encodeURIComponent(userId)}`);
}

/** Makes a project, with its diagrams, a member's; whoever has had it stays as an editor. */
export async function handOver(project: SharedPath, userId: string): Promise<void> {
  await http.post(`${project}/owner`, { user_id: userId });
}

/** What a link leads to. Its token goes in the body: addresses are kept in logs. */
export async function openLink(token: string, diagramId?: string): Promise<Shared> {
  return (await http.post<Shared>('/api/links/open', diagramId ? { token, diagram_id: diagramId } : { token })).data;
}

export async function acceptLink(token: string): Promise<Shared> {
  return (await http.post<Shared>('/api/links/accept', { token })).data;
}
