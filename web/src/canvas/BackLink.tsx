import { Icon } from '../components/Icon';
import { Link } from '../components/Link';
import { addressOfProject, isProject } from '../pages/addresses';
import { texts } from '../texts';

/** Where one goes back to from a diagram: to its project, or to Home where only the diagram is shared. */
export function BackLink({ project }: { project: string }): JSX.Element {
  const label = isProject(project) ? texts.canvas.back : texts.canvas.backHome;
  return (
    <Link to={addressOfProject(project)} className="icon-button" aria-label={label} title={label}>
      <Icon name="arrowLeft" />
    </Link>
  );
}
