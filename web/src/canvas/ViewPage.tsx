import { useEffect } from 'react';
import type { Diagram } from '../api/schema';
import { pathOfDiagram } from '../api/sharing';
import { ShareButton } from '../components/sharing/ShareButton';
import { ThemeButton } from '../components/ThemeButton';
import { navigate } from '../router';
import { texts } from '../texts';
import { BackLink } from './BackLink';
import { DraftOffer } from './copying/DraftOffer';
import { DiagramView } from './view/DiagramView';

type Props = { readonly diagram: Diagram; readonly project: string; readonly userId: string };

/** A diagram for those who may look at it and not change it. */
export function ViewPage({ diagram, project, userId }: Props): JSX.Element {
  useEffect(() => {
    document.title = `${diagram.name} · ${texts.product}`;
  }, [diagram.name]);
  return (
    <div className="canvas">
      <header className="canvas-bar">
        <BackLink project={project} />
        <h1 className="view-name">
          {diagram.name}
          <span className="badge">{texts.sharing.viewOnly}</span>
        </h1>
        <span className="spacer" />
        <ThemeButton />
        <ShareButton path={pathOfDiagram(diagram.id)} name={diagram.name} isDiagram onLeft={() => navigate('/')} />
      </header>
      <DraftOffer id={diagram.id} userId={userId} diagram={diagram} />
      <main className="view-page">
        <DiagramView diagram={diagram} />
      </main>
    </div>
  );
}
