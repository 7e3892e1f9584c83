import type { Diagram } from '../src/api/schema';

/** A diagram as the server has it. */
export function diagramOf(source: string): Diagram {
  return { id: 'd', project_id: 'p', kind: 'sequence', name: 'D', source, layout: {}, revision: 1, created_at: '', updated_at: '' };
}
