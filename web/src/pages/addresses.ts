/** Stands for the project where only the diagram is shared with whoever has it open. */
const withoutProject = 'shared';

export function addressOfShared(diagramId: string): string {
  return `/projects/${withoutProject}/diagrams/${diagramId}`;
}

/** The project's, or that of Home. */
export function addressOfProject(id: string): string {
  return id === withoutProject ? '/' : `/projects/${id}`;
}

export function isProject(id: string): boolean {
  return id !== withoutProject;
}
