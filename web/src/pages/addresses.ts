import type { DiagramEntry } from '../api/schema';

/** Stands for the project where only the diagram is shared with whoever has it open. */
const withoutProject = 'shared';

export function addressOfShared(diagramId: string): string {
  return `/projects/${withoutProject}/diagrams/${diagramId}`;
}

/** Of a diagram that was found: its project is not told where only the diagram is shared. */
export function addressOfEntry({ id, project_id, project_name, shared }: DiagramEntry): string {
  return shared && project_name === null ? addressOfShared(id) : `/projects/${project_id}/diagrams/${id}`;
}

/** The project's, or that of Home. */
export function addressOfProject(id: string): string {
  return id === withoutProject ? '/' : `/projects/${id}`;
}

export function isProject(id: string): boolean {
  return id !== withoutProject;
}
