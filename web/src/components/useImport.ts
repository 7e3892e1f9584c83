import { createDiagram } from '../api/diagrams';
import { messageOf } from '../api/errors';
import { createProject } from '../api/projects';
import { randomKey } from '../api/randomKey';
import { texts } from '../texts';
import { readDiagram } from './importFile';
import { toast } from './notices';

/**
 * Makes diagrams of files.
 *
 * @param projectId Where they go; without one, into a new project.
 */
export function useImport(projectId: string | undefined, onDone: () => void): (files: ReadonlyArray<File>) => Promise<void> {
  return async (files) => {
    let count = 0;
    let target = projectId;
    for (const file of files) {
      try {
        const diagram = await readDiagram(file);
        target ??= (await createProject(texts.dialogs.firstProject, randomKey())).id;
        await createDiagram(target, diagram, randomKey());
        count++;
      } catch (error) {
        toast(error instanceof Error && error.constructor === Error ? error.message : messageOf(error), { isError: true });
      }
    }
    if (count > 0) toast(texts.diagram.imported(count));
    onDone();
  };
}
