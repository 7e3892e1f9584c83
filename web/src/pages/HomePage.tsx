import { useState } from 'react';
import { createDiagram, recentDiagrams } from '../api/diagrams';
import { createProject, listProjects } from '../api/projects';
import { randomKey } from '../api/randomKey';
import { DiagramCard } from '../components/DiagramCard';
import { DropTarget } from '../components/DropTarget';
import { Icon } from '../components/Icon';
import { ImportButton } from '../components/ImportButton';
import { MoreButton } from '../components/MoreButton';
import { NameDialog } from '../components/NameDialog';
import { NewDiagramDialog } from '../components/NewDiagramDialog';
import { Page } from '../components/Page';
import { Problem } from '../components/Problem';
import { ProjectCard } from '../components/ProjectCard';
import { attempt } from '../components/attempt';
import { useImport } from '../components/useImport';
import { useLoad } from '../components/useLoad';
import { usePages } from '../components/usePages';
import { examples } from '../examples/examples';
import { navigate } from '../router';
import { texts } from '../texts';
import { SharedSection } from './SharedSection';

/** What one was working on, and all projects. */
export function HomePage(): JSX.Element {
  const [isArchived, setArchived] = useState(false);
  const [dialog, setDialog] = useState<'project' | 'diagram'>();
  const projects = usePages((next) => listProjects(isArchived, next), isArchived ? 'archived' : 'active');
  const recent = useLoad(() => recentDiagrams(8), 'recent');
  const isEmpty = projects.records?.length === 0 && recent.value?.length === 0 && !isArchived;
  const reload = () => void Promise.all([projects.reload(), recent.reload()]);
  const importFiles = useImport(projects.records?.[0]?.id, reload);

  async function openExample(): Promise<void> {
    const project = await createProject(examples.project, randomKey());
    for (const example of [...examples.diagrams].reverse()) await createDiagram(project.id, example, randomKey());
    navigate(`/projects/${project.id}`);
  }

  return (
    <Page title={texts.home.title}>
      <DropTarget onDrop={(files) => void importFiles(files)}>
        <div className="page-head">
          <h1>{texts.home.title}</h1>
          <ImportButton projectId={projects.records?.[0]?.id} onDone={reload} />
          <button type="button" className="button" onClick={() => setDialog('project')}>
            <Icon name="folder" />
            {texts.home.newProject}
          </button>
          <button type="button" className="button button-primary" onClick={() => setDialog('diagram')}>
            <Icon name="plus" />
            {texts.home.newDiagram}
          </button>
        </div>
        {(projects.error ?? recent.error) && <Problem text={projects.error ?? recent.error ?? ''} onRetry={reload} />}
        {isEmpty && (
          <section className="empty">
            <h2>{texts.home.emptyTitle}</h2>
            <p>{texts.home.empty}</p>
            <button type="button" className="button" onClick={() => void attempt(openExample)}>
              {texts.home.openExample}
            </button>
          </section>
        )}
        {recent.value && recent.value.length > 0 && (
          <section aria-labelledby="recent">
            <h2 id="recent">{texts.home.recent}</h2>
            <ul className="cards">
              {recent.value.map((diagram) => (
                <li key={diagram.id}>
                  <DiagramCard diagram={diagram} projectName={diagram.project_name} onChange={reload} />
                </li>
              ))}
            </ul>
          </section>
        )}
        {!isEmpty && projects.records && (
          <section aria-labelledby="projects">
            <div className="section-head">
              <h2 id="projects">{isArchived ? texts.home.archivedProjects : texts.home.projects}</h2>
              <button type="button" className="link" onClick={() => setArchived(!isArchived)}>
                {isArchived ? texts.home.hideArchived : texts.home.showArchived}
              </button>
            </div>
            {projects.records.length === 0 && isArchived && <p className="quiet">{texts.home.noneArchived}</p>}
            <ul className="cards cards-projects">
              {projects.records.map((project) => (
                <li key={project.id}>
                  <ProjectCard project={project} onChange={reload} />
                </li>
              ))}
            </ul>
            <MoreButton more={projects.more} />
          </section>
        )}
        <SharedSection />
      </DropTarget>
      {dialog === 'project' && (
        <NameDialog
          title={texts.home.newProject}
          label={texts.dialogs.projectName}
          action={texts.dialogs.create}
          onClose={() => setDialog(undefined)}
          onDone={async (name) => navigate(`/projects/${(await createProject(name, randomKey())).id}`)}
        />
      )}
      {dialog === 'diagram' && projects.records && <NewDiagramDialog projects={projects.records} onClose={() => setDialog(undefined)} />}
    </Page>
  );
}
