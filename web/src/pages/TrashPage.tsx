import { useState } from 'react';
import { deleteDiagram, restoreDiagram, trashedDiagrams } from '../api/diagrams';
import type { DiagramEntry } from '../api/schema';
import { ConfirmDialog } from '../components/ConfirmDialog';
import { DiagramList } from '../components/DiagramList';
import { MoreButton } from '../components/MoreButton';
import { Page } from '../components/Page';
import { Problem } from '../components/Problem';
import { attempt } from '../components/attempt';
import { toast } from '../components/notices';
import { usePages } from '../components/usePages';
import { texts } from '../texts';

/** Deleted diagrams, to be brought back or removed for good. */
export function TrashPage(): JSX.Element {
  const list = usePages<DiagramEntry>(trashedDiagrams, 'trash');
  const [doomed, setDoomed] = useState<DiagramEntry>();

  async function restore(diagram: DiagramEntry): Promise<void> {
    await restoreDiagram(diagram.id);
    list.remove(diagram.id);
    toast(texts.trash.restored(diagram.name));
  }

  async function remove(diagram: DiagramEntry): Promise<void> {
    await deleteDiagram(diagram.id, { permanently: true });
    list.remove(diagram.id);
    setDoomed(undefined);
    toast(texts.trash.removed(diagram.name));
  }

  return (
    <Page title={texts.trash.title}>
      <div className="page-head">
        <div className="page-title">
          <h1>{texts.trash.title}</h1>
          <p className="quiet">{texts.trash.hint}</p>
        </div>
      </div>
      {list.error && <Problem text={list.error} onRetry={() => void list.reload()} />}
      {list.records?.length === 0 && (
        <section className="empty">
          <h2>{texts.trash.empty}</h2>
        </section>
      )}
      <DiagramList
        diagrams={list.records ?? []}
        actions={(diagram) => (
          <>
            <button
              type="button"
              className="button"
              aria-label={`${texts.trash.restore} ${diagram.name}`}
              onClick={() => void attempt(() => restore(diagram))}
            >
              {texts.trash.restore}
            </button>
            <button
              type="button"
              className="button button-dangerous-quiet"
              aria-label={`${texts.trash.remove}: ${diagram.name}`}
              onClick={() => setDoomed(diagram)}
            >
              {texts.trash.remove}
            </button>
          </>
        )}
      />
      <MoreButton more={list.more} />
      {doomed && (
        <ConfirmDialog
          title={texts.trash.remove}
          question={texts.trash.removeQuestion(doomed.name)}
          action={texts.trash.remove}
          onDone={() => remove(doomed)}
          onClose={() => setDoomed(undefined)}
        />
      )}
    </Page>
  );
}
