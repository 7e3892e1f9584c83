import { useState } from 'react';
import { findVersion, listVersions, restoreVersion } from '../../api/versions';
import { attempt } from '../../components/attempt';
import { Dialog } from '../../components/Dialog';
import { toast } from '../../components/notices';
import { Problem } from '../../components/Problem';
import { useLoad } from '../../components/useLoad';
import { Waiting } from '../../components/Waiting';
import { texts } from '../../texts';
import type { DiagramSession } from '../session/DiagramSession';
import { DiagramView } from '../view/DiagramView';
import { saveFirst } from './saveFirst';
import { NameVersion } from './NameVersion';
import { LineComparison } from './LineComparison';
import { VersionComparison } from './VersionComparison';
import { VersionList } from './VersionList';

type Props = {
  readonly diagram: { readonly id: string; readonly name: string };
  readonly session: DiagramSession;
  readonly onClose: () => void;
};

const views = ['picture', 'changes', 'lines'] as const;

/** Earlier versions of a diagram: looked at, brought back, and kept under a name. */
export default function HistoryDialog({ diagram, session, onClose }: Props): JSX.Element {
  const versions = useLoad(() => listVersions(diagram.id), diagram.id);
  const [chosen, setChosen] = useState<number>();
  const [view, setView] = useState<(typeof views)[number]>('picture');
  const revision = chosen ?? versions.value?.[0]?.revision;
  const { title, none, restore, restored } = texts.sharing.history;

  async function bringBack(revision: number): Promise<void> {
    // What has been typed is kept as what was there before.
    if (!(await saveFirst(session))) return;
    session.adopt(await restoreVersion(diagram.id, revision));
    toast(restored);
    onClose();
  }

  return (
    <Dialog title={title(diagram.name)} onClose={onClose} size="wide">
      {versions.error && <Problem text={versions.error} onRetry={() => void versions.reload()} />}
      <NameVersion id={diagram.id} session={session} onDone={() => void versions.reload()} />
      {versions.value?.length === 0 && <p className="quiet">{none}</p>}
      {versions.value && revision !== undefined && (
        <div className="history">
          <VersionList versions={versions.value} chosen={revision} onChoose={setChosen} />
          <div className="history-version">
            <div className="history-views">
              {views.map((one) => (
                <button key={one} type="button" className="button" aria-pressed={one === view} onClick={() => setView(one)}>
                  {texts.sharing.history.views[one]}
                </button>
              ))}
            </div>
            <div className="history-shown">
              {view === 'picture' && <VersionPreview key={revision} id={diagram.id} revision={revision} />}
              {view === 'changes' && <VersionComparison key={revision} id={diagram.id} revision={revision} session={session} />}
              {view === 'lines' && <LineComparison key={revision} id={diagram.id} revision={revision} source={session.current().source} />}
            </div>
            <button type="button" className="button button-primary" onClick={() => void attempt(() => bringBack(revision))}>
              {restore}
            </button>
          </div>
        </div>
      )}
    </Dialog>
  );
}

function VersionPreview({ id, revision }: { id: string; revision: number }): JSX.Element {
  const version = useLoad(() => findVersion(id, revision), `${id} ${revision}`);
  if (version.error) return <Problem text={version.error} onRetry={() => void version.reload()} />;
  return version.value ? <DiagramView diagram={version.value} hasSource={false} /> : <Waiting />;
}
