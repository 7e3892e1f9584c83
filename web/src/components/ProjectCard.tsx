import type { Project } from '../api/schema';
import { texts } from '../texts';
import { Icon } from './Icon';
import { Link } from './Link';
import { ProjectMenu } from './ProjectMenu';
import { Time } from './Time';

/** A project in a list. */
export function ProjectCard({ project, onChange }: { project: Project; onChange: () => void }): JSX.Element {
  return (
    <article className="card card-project">
      <Link to={`/projects/${project.id}`} className="card-link">
        <Icon name={project.archived ? 'archive' : 'folder'} />
        <h3>{project.name}</h3>
      </Link>
      <p className="card-note">
        {project.owner_name && <span className="ellipsis">{texts.sharing.from(project.owner_name)} ·</span>}
        {texts.project.count(project.diagrams.total)} · <Time value={project.updated_at} />
      </p>
      <ProjectMenu project={project} onChange={onChange} onDeleted={onChange} />
    </article>
  );
}
