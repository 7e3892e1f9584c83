import { useState } from 'react';
import { createDiagram, deleteDiagram, findDiagram, renameDiagram, restoreDiagram } from '../api/diagrams';
import { randomKey } from '../api/randomKey';
import type { DiagramSummary } from '../api/schema';
import { addressOfShared } from '../pages/addresses';
import { texts } from '../texts';
import { IconButton } from './IconButton';
import { LastChange } from './LastChange';
import { Link } from './Link';
import { Menu } from './Menu';
import { NameDialog } from './NameDialog';
import { Thumbnail } from './Thumbnail';
import { attempt } from './attempt';
import { toast } from './notices';

type Props = {
  diagram: DiagramSummary;
  projectName: string | null;
  mayEdit?: boolean;
  /** Whether it alone is shared, by somebody else, and not its project. */
  isShared?: boolean;
  onChange: () => void;
};

/** A diagram in a list: a small picture of it, its name, and what can be done with it. */
export function DiagramCard({ diagram, projectName, mayEdit = true, isShared = false, onChange }: Props): JSX.Element {
  const [isRenaming, setRenaming] = useState(false);

  function change(work: () => Promise<unknown>): void {
    void attempt(async () => {
      await work();
      onChange();
    });
  }

  async function remove(): Promise<void> {
    await deleteDiagram(diagram.id);
    const undo = () => change(() => restoreDiagram(diagram.id));
    toast(texts.trash.moved(diagram.name), { action: { label: texts.trash.undo, run: undo } });
  }

  async function duplicate(): Promise<void> {
    const { kind, name, source, layout, project_id } = await findDiagram(diagram.id);
    await createDiagram(project_id, { kind, name: texts.diagram.copyOf(name).slice(0, 255), source, layout }, randomKey());
  }

  return (
    <article className="card">
      <Link to={isShared ? addressOfShared(diagram.id) : `/projects/${diagram.project_id}/diagrams/${diagram.id}`} className="card-link">
        <Thumbnail id={diagram.id} revision={diagram.revision} />
        <h3>{diagram.name}</h3>
      </Link>
      <p className="card-note">
        {projectName && (
          <>
            <span className="ellipsis">{projectName}</span> ·{' '}
          </>
        )}
        <LastChange diagram={diagram} />
      </p>
      {mayEdit && (
        <Menu
          label={texts.project.menu(diagram.name)}
          button={(open) => <IconButton icon="threeDots" className="card-menu" label={texts.project.menu(diagram.name)} {...open} />}
          items={[
            { label: texts.project.rename, icon: 'pencil', action: () => setRenaming(true) },
            { label: texts.diagram.duplicate, icon: 'plus', action: () => change(duplicate) },
            { label: texts.project.delete, icon: 'trash', isDangerous: true, action: () => change(remove) },
          ]}
        />
      )}
      {isRenaming && (
        <NameDialog
          title={texts.project.rename}
          label={texts.dialogs.diagramName}
          action={texts.dialogs.rename}
          initial={diagram.name}
          onClose={() => setRenaming(false)}
          onDone={async (name) => {
            await renameDiagram(diagram.id, name);
            setRenaming(false);
            onChange();
          }}
        />
      )}
    </article>
  );
}
