import { createDiagram } from '../../api/diagrams';
import { createProject } from '../../api/projects';
import type { Diagram, DiagramCreate } from '../../api/schema';
import { texts } from '../../texts';
import type { DiagramKind } from '../engine/DiagramKind';
import type { Draft } from '../saving/drafts';
import type { CopyChoice } from './CopyChoice';

/**
 * Makes a diagram of a draft.
 *
 * Whoever asks for the same once more, since the answer got lost, in another tab or after a reload, is led to the copy that is there: the keys
 * follow from the draft's writer, who is another at each visit, and from what is asked for.
 */
export async function makeCopy(draft: Draft, kind: DiagramKind, { name, projectId }: CopyChoice): Promise<Diagram> {
  const { source, layout } = draft.content;
  const project = projectId ?? (await createProject(texts.ownCopy.newProject, `copies-${draft.writer}`)).id;
  const copy: DiagramCreate = { kind, name, source, layout };
  return createDiagram(project, copy, `copy-${draft.writer}-${numberOf(JSON.stringify(copy))}`);
}

/** A short number for a text (FNV-1a). Should two have the same one, nothing is lost: the server sees that they differ, and says so. */
function numberOf(text: string): string {
  let number = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) number = Math.imul(number ^ text.charCodeAt(index), 0x01000193);
  return (number >>> 0).toString(16);
}
