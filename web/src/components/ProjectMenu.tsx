import { useState } from 'react';
import { messageOf } from '../api/errors';
import { deleteProject, restoreProject, updateProject } from '../api/projects';
import type { Project } from '../api/schema';
import { texts } from '../texts';
import { IconButton } from './IconButton';
import { Menu } from './Menu';
import { NameDialog } from './NameDialog';
import { toast } from './notices';

type Props = { project: Project; onChange: () => void; onDeleted: () => void };

/** What can be done with a project. */
export function ProjectMenu({ project, onChange, onDeleted }: Props): JSX.Element {
  const [isRenaming, setRenaming] = useState(false);

  async function attempt(work: () => Promise<unknown>, done: () => void): Promise<void> {
    try {
      await work();
      done();
    } catch (error) {
      toast(messageOf(error), { isError: true });
    }
  }

  async function remove(): Promise<void> {
    await deleteProject(project.id);
    const undo = () => void attempt(() => restoreProject(project.id), onChange);
    toast(texts.trash.moved(project.name), { action: { label: texts.trash.undo, run: undo } });
  }

  async function archive(): Promise<void> {
    await updateProject(project.id, { archived: !project.archived });
    if (!project.archived) toast(texts.project.archivedNow(project.name));
  }

  return (
    <>
      <Menu
        label={texts.project.menu(project.name)}
        button={(open) => <IconButton icon="threeDots" className="card-menu" label={texts.project.menu(project.name)} {...open} />}
        items={[
          { label: texts.project.rename, icon: 'pencil', action: () => setRenaming(true) },
          {
            label: project.archived ? texts.project.unarchive : texts.project.archive,
            icon: 'archive',
            action: () => void attempt(archive, onChange),
          },
          { label: texts.project.delete, icon: 'trash', isDangerous: true, action: () => void attempt(remove, onDeleted) },
        ]}
      />
      {isRenaming && (
        <NameDialog
          title={texts.project.rename}
          label={texts.dialogs.projectName}
          action={texts.dialogs.rename}
          initial={project.name}
          onClose={() => setRenaming(false)}
          onDone={async (name) => {
            await updateProject(project.id, { name });
            setRenaming(false);
            onChange();
          }}
        />
      )}
    </>
  );
}
