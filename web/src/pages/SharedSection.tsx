import { sharedDiagrams } from '../api/diagrams';
import { listSharedProjects } from '../api/projects';
import { DiagramCard } from '../components/DiagramCard';
import { MoreButton } from '../components/MoreButton';
import { Problem } from '../components/Problem';
import { ProjectCard } from '../components/ProjectCard';
import { usePages } from '../components/usePages';
import { texts } from '../texts';

/** What others share with whoever is signed in; nothing while they share nothing. */
export function SharedSection(): JSX.Element | null {
  const projects = usePages((next) => listSharedProjects(next), 'projects');
  const diagrams = usePages((next) => sharedDiagrams(next), 'diagrams');
  const error = projects.error ?? diagrams.error;
  if (!projects.records?.length && !diagrams.records?.length && !error) return null;
  return (
    <section aria-labelledby="shared">
      <h2 id="shared">{texts.sharing.sharedWithMe}</h2>
      {error && <Problem text={error} onRetry={() => void Promise.all([projects.reload(), diagrams.reload()])} />}
      {projects.records && projects.records.length > 0 && (
        <ul className="cards cards-projects">
          {projects.records.map((project) => (
            <li key={project.id}>
              <ProjectCard project={project} onChange={() => void projects.reload()} />
            </li>
          ))}
        </ul>
      )}
      <MoreButton more={projects.more} />
      {diagrams.records && diagrams.records.length > 0 && (
        <ul className="cards cards-after">
          {diagrams.records.map((diagram) => (
            <li key={diagram.id}>
              <DiagramCard diagram={diagram} projectName={null} mayEdit={false} isShared onChange={() => void diagrams.reload()} />
            </li>
          ))}
        </ul>
      )}
      <MoreButton more={diagrams.more} />
    </section>
  );
}
