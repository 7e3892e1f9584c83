import type { Project } from '../api/schema';
import { Icon } from './Icon';
import { Link } from './Link';
import { ProjectMenu } from './ProjectMenu';
import { Time } from './Time';
import { countOfDiagrams } from './counts';

/** A project in a list. */
export function ProjectCard({ project, onChange }: { project: Project; onChange: () => void }): JSX.Element {
  return (
    <article className="card card-project">
      <Link to={`/projects/${project.id}`} className="card-link">
        <Icon name={project.archived ? 'archive' : 'folder'} />
        <h3>{project.name}</h3>
      </Link>
      <p className="card-note">
        {countOfDiagrams(project.diagrams.total)} · <Time value={project.updated_at} />
      </p>
      <ProjectMenu project={project} onChange={onChange} onDeleted={onChange} />
    </article>
  );
}
