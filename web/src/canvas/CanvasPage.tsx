import { useEffect, useState } from 'react';
import { findDiagram } from '../api/diagrams';
import { findProject } from '../api/projects';
import { messageOf, statusOf } from '../api/errors';
import { Page } from '../components/Page';
import { toast } from '../components/notices';
import { Problem } from '../components/Problem';
import { Waiting } from '../components/Waiting';
import { palettes } from '../components/palettes';
import { addressOfShared, isProject } from '../pages/addresses';
import { navigate } from '../router';
import { texts } from '../texts';
import type { Diagram } from '../api/schema';
import { Canvas } from './Canvas';
import { DraftOffer } from './copying/DraftOffer';
import { ViewPage } from './ViewPage';
import { DiagramSession } from './session/DiagramSession';
import { Engine } from './engine/Engine';
import { WorkerDrawer } from './engine/WorkerDrawer';

/** Opens a diagram for work. */
export default function CanvasPage({ id, project, userId }: { id: string; project: string; userId: string }): JSX.Element {
  const [session, setSession] = useState<DiagramSession>();
  const [diagram, setDiagram] = useState<Diagram>();
  const [problem, setProblem] = useState<{ readonly text: string; readonly isGone: boolean }>();
  const [attempt, setAttempt] = useState(0);

  useEffect(() => {
    let isCurrent = true;
    let opened: DiagramSession | undefined;
    setProblem(undefined);
    setSession(undefined);
    setDiagram(undefined);
    async function open(): Promise<void> {
      const diagram = await findDiagram(id);
      if (isCurrent) setDiagram(diagram);
      if (isViewOnly(diagram)) return;
      const engine = await Engine.load(diagram.kind);
      if (!isCurrent) return;
      const drawer = new WorkerDrawer((text) => toast(text, { isError: true }));
      opened = new DiagramSession(engine, diagram, userId, palettes[0], drawer);
      await opened.open();
      if (isCurrent) setSession(opened);
    }
    open().catch((error: unknown) => isCurrent && setProblem(problemOf(error)));
    return () => {
      isCurrent = false;
      opened?.close();
    };
  }, [id, userId, attempt]);

  useEffect(() => {
    let isCurrent = true;
    if (diagram) void leaveUnknownProject(diagram, project, () => isCurrent);
    return () => {
      isCurrent = false;
    };
  }, [diagram, project]);

  if (problem)
    return (
      <Page title={texts.notFound.title}>
        <h1 className="visually-hidden">{texts.notFound.title}</h1>
        <Problem text={problem.text} onRetry={() => setAttempt(attempt + 1)} />
        {problem.isGone && <DraftOffer id={id} userId={userId} diagram={null} />}
      </Page>
    );
  if (diagram && isViewOnly(diagram)) return <ViewPage diagram={diagram} project={project} userId={userId} />;
  if (!session) return <Waiting text={texts.canvas.loading} />;
  return <Canvas session={session} id={id} project={project} />;
}

function problemOf(error: unknown): { readonly text: string; readonly isGone: boolean } {
  const isGone = statusOf(error) === 404;
  return { text: isGone ? texts.diagram.notFound : messageOf(error), isGone };
}

function isViewOnly({ role }: Diagram): boolean {
  return role === 'viewer' || role === 'commenter';
}

/** Those with whom only the diagram is shared go back to Home: its project is nothing that they can see. */
async function leaveUnknownProject(diagram: Diagram, project: string, isCurrent: () => boolean): Promise<void> {
  if (diagram.role === 'owner' || !isProject(project)) return;
  try {
    await findProject(diagram.project_id);
  } catch (error) {
    if (isCurrent() && statusOf(error) === 404) navigate(addressOfShared(diagram.id), { replace: true });
  }
}
