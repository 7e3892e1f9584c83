import { useState, type FormEvent } from 'react';
import { createDiagram } from '../api/diagrams';
import { fieldErrorsOf, messageOf } from '../api/errors';
import { createProject } from '../api/projects';
import { randomKey } from '../api/randomKey';
import type { Project } from '../api/schema';
import { navigate } from '../router';
import type { DiagramKind } from '../canvas/engine/DiagramKind';
import { texts } from '../texts';
import { Dialog } from './Dialog';
import { Field } from './Field';
import { KindPicture } from './KindPicture';

type Props = {
  /** Those to choose from; with none, a first one is made along with the diagram. */
  projects: ReadonlyArray<Project>;
  onClose: () => void;
};

/** The first one is chosen until somebody chooses. */
const kinds: readonly [DiagramKind, ...DiagramKind[]] = ['sequence', 'class', 'usecase'];

/** Asks for name, kind and project of a new diagram, and opens it. */
export function NewDiagramDialog({ projects, onClose }: Props): JSX.Element {
  const [name, setName] = useState('');
  const [kind, setKind] = useState<DiagramKind>(kinds[0]);
  const [projectId, setProjectId] = useState(projects[0]?.id ?? '');
  const [error, setError] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  // A repetition after a lost answer meets what the first attempt has made.
  const [key] = useState(() => randomKey());

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (!name.trim()) return setError(texts.dialogs.missingName);
    setBusy(true);
    try {
      const project = projectId || (await createProject(texts.dialogs.firstProject, key)).id;
      const diagram = await createDiagram(project, { name: name.trim(), kind }, key);
      navigate(`/projects/${project}/diagrams/${diagram.id}`);
    } catch (problem) {
      setError(fieldErrorsOf(problem)['name'] ?? messageOf(problem));
      setBusy(false);
    }
  }

  return (
    <Dialog title={texts.home.newDiagram} onClose={onClose}>
      <form onSubmit={(event) => void submit(event)} noValidate>
        <Field
          label={texts.dialogs.diagramName}
          value={name}
          error={error}
          maxLength={255}
          data-autofocus
          onChange={(event) => setName(event.target.value)}
        />
        <fieldset className="kinds">
          <legend>{texts.dialogs.kind}</legend>
          {kinds.map((one) => (
            <label key={one} className={kind === one ? 'kind kind-chosen' : 'kind'}>
              <input type="radio" name="kind" value={one} checked={kind === one} onChange={() => setKind(one)} />
              <KindPicture kind={one} />
              {texts.dialogs.kinds[one]}
            </label>
          ))}
        </fieldset>
        {projects.length > 1 && (
          <div className="field">
            <label htmlFor="project">{texts.dialogs.inProject}</label>
            <select id="project" value={projectId} onChange={(event) => setProjectId(event.target.value)}>
              {projects.map((project) => (
                <option key={project.id} value={project.id}>
                  {project.name}
                </option>
              ))}
            </select>
          </div>
        )}
        <footer className="dialog-actions">
          <button type="button" className="button" onClick={onClose}>
            {texts.dialogs.cancel}
          </button>
          <button type="submit" className="button button-primary" disabled={isBusy}>
            {texts.dialogs.create}
          </button>
        </footer>
      </form>
    </Dialog>
  );
}
