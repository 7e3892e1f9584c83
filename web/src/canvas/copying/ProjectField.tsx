import { useId } from 'react';
import type { Project } from '../../api/schema';
import { texts } from '../../texts';
import type { Targets } from './findTargets';

type Props = { readonly targets: Targets; readonly projectId: string | null; readonly onChoice: (projectId: string | null) => void };

const { newProject, inNewProject, project: label } = texts.ownCopy;

/** Where a copy goes. Whoever has no project of their own gets one with it. */
export function ProjectField({ targets, projectId, onChoice }: Props): JSX.Element {
  const id = useId();
  const nameOf = ({ name, owner_name: owner }: Project) => (owner ? `${name}, ${texts.sharing.from(owner)}` : name);
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select id={id} value={projectId ?? ''} onChange={(event) => onChoice(event.target.value || null)}>
        {targets.own.length === 0 && <option value="">{inNewProject(newProject)}</option>}
        {[...targets.own, ...targets.others].map((project) => (
          <option key={project.id} value={project.id}>
            {nameOf(project)}
          </option>
        ))}
      </select>
    </div>
  );
}
