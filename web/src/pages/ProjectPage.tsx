import { useState } from 'react';
import { findProject, listDiagrams } from '../api/projects';
import { DiagramCard } from '../components/DiagramCard';
import { DropTarget } from '../components/DropTarget';
import { Icon } from '../components/Icon';
import { ImportButton } from '../components/ImportButton';
import { Link } from '../components/Link';
import { MoreButton } from '../components/MoreButton';
import { NewDiagramDialog } from '../components/NewDiagramDialog';
import { Page } from '../components/Page';
import { Problem } from '../components/Problem';
import { pathOfProject } from '../api/sharing';
import { ShareButton } from '../components/sharing/ShareButton';
import { ProjectMenu } from '../components/ProjectMenu';
import { useImport } from '../components/useImport';
import { useLoad } from '../components/useLoad';
import { usePages } from '../components/usePages';
import { navigate } from '../router';
import { texts } from '../texts';

/** A project and its diagrams. */
export function ProjectPage({ id }: { id: string }): JSX.Element {
  const [isDialogOpen, setDialogOpen] = useState(false);
  const project = useLoad(() => findProject(id), id);
  const diagrams = usePages((next) => listDiagrams(id, next), id);
  const reload = () => void Promise.all([project.reload(), diagrams.reload()]);
  const importFiles = useImport(id, reload);

  const role = project.value?.role;
  const mayEdit = role === 'editor' || role === 'owner';

  if (project.status === 404)
    return (
      <Page title={texts.notFound.title}>
        <Problem text={texts.project.notFound} />
      </Page>
    );
  return (
    <Page title={project.value?.name ?? texts.loading}>
      <DropTarget onDrop={(files) => void importFiles(files)}>
        <div className="page-head">
          <div className="page-title">
            <Link to="/" className="quiet">
              {texts.home.title}
            </Link>
            <h1>
              {project.value?.name ?? '\u00a0'}
              {project.value?.owner_name && <span className="badge">{texts.sharing.from(project.value.owner_name)}</span>}
              {project.value?.archived && <span className="badge">{texts.project.archived}</span>}
            </h1>
          </div>
          {project.value && <ProjectMenu project={project.value} onChange={reload} onDeleted={() => navigate('/')} />}
          {project.value && <ShareButton path={pathOfProject(id)} name={project.value.name} onHandedOver={reload} onLeft={() => navigate('/')} />}
          {mayEdit && <ImportButton projectId={id} onDone={reload} />}
          {mayEdit && (
            <button type="button" className="button button-primary" onClick={() => setDialogOpen(true)}>
              <Icon name="plus" />
              {texts.home.newDiagram}
            </button>
          )}
        </div>
        {(project.error ?? diagrams.error) && <Problem text={project.error ?? diagrams.error ?? ''} onRetry={reload} />}
        {diagrams.records?.length === 0 && (
          <section className="empty">
            <h2>{texts.project.empty}</h2>
            {mayEdit && <p>{texts.project.emptyHint}</p>}
          </section>
        )}
        <h2 className="visually-hidden">{texts.project.diagrams}</h2>
        <ul className="cards">
          {diagrams.records?.map((diagram) => (
            <li key={diagram.id}>
              <DiagramCard diagram={diagram} projectName={null} mayEdit={mayEdit} onChange={reload} />
            </li>
          ))}
        </ul>
        <MoreButton more={diagrams.more} />
      </DropTarget>
      {isDialogOpen && project.value && <NewDiagramDialog projects={[project.value]} onClose={() => setDialogOpen(false)} />}
    </Page>
  );
}
