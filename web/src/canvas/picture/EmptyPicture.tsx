import { texts } from '../../texts';
import type { DiagramSession } from '../session/DiagramSession';

/** What there is to see where there is no diagram yet. */
export function EmptyPicture({ session, onAdd }: { session: DiagramSession; onAdd: () => void }): JSX.Element {
  return (
    <div className="empty picture-empty">
      <h2>{texts.canvas.emptyTitle}</h2>
      <p>
        {texts.canvas.empty} <code>{texts.canvas.emptyExample}</code>
      </p>
      <p className="buttons">
        <button type="button" className="button" onClick={() => session.setSource(`${texts.canvas.emptyExample}\n`)}>
          {texts.canvas.insertExample}
        </button>
        <button type="button" className="button" onClick={onAdd}>
          {texts.canvas.addParticipant}
        </button>
      </p>
    </div>
  );
}
