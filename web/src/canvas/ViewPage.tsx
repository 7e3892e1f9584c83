import { useEffect } from 'react';
import type { Diagram } from '../api/schema';
import { Icon } from '../components/Icon';
import { Link } from '../components/Link';
import { ThemeButton } from '../components/ThemeButton';
import { texts } from '../texts';
import { HistoryButton } from './history/HistoryButton';
import { DiagramView } from './view/DiagramView';

/** A diagram for those who may look at it and not change it. */
export function ViewPage({ diagram }: { diagram: Diagram }): JSX.Element {
  useEffect(() => {
    document.title = `${diagram.name} · ${texts.product}`;
  }, [diagram.name]);
  return (
    <div className="canvas">
      <header className="canvas-bar">
        <Link to={`/projects/${diagram.project_id}`} className="icon-button" aria-label={texts.canvas.back} title={texts.canvas.back}>
          <Icon name="arrowLeft" />
        </Link>
        <h1 className="view-name">
          {diagram.name}
          <span className="badge">{texts.sharing.viewOnly}</span>
        </h1>
        <span className="spacer" />
        <HistoryButton diagram={diagram} session={null} />
        <ThemeButton />
      </header>
      <main className="view-page">
        <DiagramView diagram={diagram} />
      </main>
    </div>
  );
}
