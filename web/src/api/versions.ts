import { http } from './client';
import type { Palette } from '../components/palettes';
import type { Comparison, Diagram, Version } from './schema';

function address(diagramId: string): string {
  return `/api/diagrams/${encodeURIComponent(diagramId)}/versions`;
}

export async function listVersions(diagramId: string): Promise<ReadonlyArray<Version>> {
  return (await http.get<ReadonlyArray<Version>>(address(diagramId))).data;
}

export async function findVersion(diagramId: string, revision: number): Promise<Diagram> {
  return (await http.get<Diagram>(`${address(diagramId)}/${revision}`)).data;
}

export async function nameVersion(diagramId: string, name: string): Promise<Version> {
  return (await http.post<Version>(address(diagramId), { name })).data;
}

/** What differs between an earlier version and what the server has now. */
export async function compareVersion(diagramId: string, from: number, theme: Palette): Promise<Comparison> {
  return (await http.get<Comparison>(`/api/diagrams/${encodeURIComponent(diagramId)}/diff`, { params: { from, theme } })).data;
}

/** Makes a diagram what it was, whatever it is now: that is kept, too. */
export async function restoreVersion(diagramId: string, revision: number): Promise<Diagram> {
  return (await http.post<Diagram>(`${address(diagramId)}/${revision}/restore`, undefined, { headers: { 'If-Match': '*' } })).data;
}
