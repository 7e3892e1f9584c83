import { texts } from '../../texts';
import type { DiagramSession } from '../session/DiagramSession';
import type { KindClient } from './KindClient';

/** What there is to see where there is no diagram yet. */
export function EmptyPicture({ session, kind, onAdd }: { session: DiagramSession; kind: KindClient; onAdd: () => void }): JSX.Element {
  return (
    <div className="empty picture-empty">
      <h2>{texts.canvas.emptyTitle}</h2>
      <p>
        {texts.canvas.empty} <code>{kind.words.example}</code>
      </p>
      <p className="buttons">
        <button type="button" className="button" onClick={() => session.setSource(`${kind.words.example}\n`)}>
          {texts.canvas.insertExample}
        </button>
        <button type="button" className="button" onClick={onAdd}>
          {kind.words.add}
        </button>
      </p>
    </div>
  );
}
