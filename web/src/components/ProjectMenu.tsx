import { useState } from 'react';
import { deleteProject, restoreProject, updateProject } from '../api/projects';
import type { Project } from '../api/schema';
import { texts } from '../texts';
import { IconButton } from './IconButton';
import { Menu } from './Menu';
import type { MenuItem } from './MenuList';
import { NameDialog } from './NameDialog';
import { attempt } from './attempt';
import { toast } from './notices';

type Props = { project: Project; onChange: () => void; onDeleted: () => void };

/** What can be done with a project. */
export function ProjectMenu({ project, onChange, onDeleted }: Props): JSX.Element {
  const [isRenaming, setRenaming] = useState(false);

  function change(work: () => Promise<unknown>, done: () => void): void {
    void attempt(async () => {
      await work();
      done();
    });
  }

  async function remove(): Promise<void> {
    await deleteProject(project.id);
    const undo = () => change(() => restoreProject(project.id), onChange);
    toast(texts.trash.moved(project.name), { action: { label: texts.trash.undo, run: undo } });
  }

  async function archive(): Promise<void> {
    await updateProject(project.id, { archived: !project.archived });
    if (!project.archived) toast(texts.project.archivedNow(project.name));
  }

  const isOwner = project.role === 'owner';
  const rename: MenuItem = { label: texts.project.rename, icon: 'pencil', action: () => setRenaming(true) };
  const ofOwner: ReadonlyArray<MenuItem> = [
    { label: project.archived ? texts.project.unarchive : texts.project.archive, icon: 'archive', action: () => change(archive, onChange) },
    { label: texts.project.delete, icon: 'trash', isDangerous: true, action: () => change(remove, onDeleted) },
  ];
  if (!isOwner && project.role !== 'editor') return <></>;
  return (
    <>
      <Menu
        label={texts.project.menu(project.name)}
        button={(open) => <IconButton icon="threeDots" className="card-menu" label={texts.project.menu(project.name)} {...open} />}
        items={isOwner ? [rename, ...ofOwner] : [rename]}
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
