import { useState } from 'react';
import type { Diagram } from '../../api/schema';
import { ConfirmDialog } from '../../components/ConfirmDialog';
import { toast } from '../../components/notices';
import { Time } from '../../components/Time';
import { navigate } from '../../router';
import { texts } from '../../texts';
import type { CopyChoice } from './CopyChoice';
import { CopyDialog } from './CopyDialog';
import { kindOfDraft } from './kindOfDraft';
import { makeCopy } from './makeCopy';
import { useDraftsToOffer } from './useDraftsToOffer';

type Props = {
  readonly id: string;
  readonly userId: string;
  /** Null when it is gone. */
  readonly diagram: Diagram | null;
};

const { action, discard, discardQuestion, discardTitle, discarded, left, leftLast, leftMore, region, saved, show } = texts.ownCopy;

/** Offers what earlier visits could not save, to somebody who can't change the diagram any more: of several visits one after the other. */
export function DraftOffer({ id, userId, diagram }: Props): JSX.Element | null {
  const { drafts, drop } = useDraftsToOffer(id, userId, diagram);
  const [dialog, setDialog] = useState<'copy' | 'discard'>();
  const [draft, ...others] = drafts;
  if (!draft) return null;

  async function copy(choice: CopyChoice): Promise<void> {
    if (!draft) return;
    const made = await makeCopy(draft, diagram?.kind ?? (await kindOfDraft(draft)), choice);
    const address = `/projects/${made.project_id}/diagrams/${made.id}`;
    setDialog(undefined);
    await drop(draft);
    if (others.length === 0) navigate(address);
    // What is left is offered first.
    toast(saved(made.name), others.length === 0 ? {} : { action: { label: show, run: () => navigate(address) } });
  }

  async function forget(): Promise<void> {
    if (!draft) return;
    setDialog(undefined);
    await drop(draft);
    toast(discarded);
  }

  return (
    <section className="draft-offer" aria-label={region}>
      <div>
        <p role="status">{left}</p>
        {draft.changedAt !== undefined && <LastChange at={draft.changedAt} />}
        {others.length > 0 && <p className="quiet">{leftMore(others.length)}</p>}
      </div>
      <button type="button" className="button button-primary" onClick={() => setDialog('copy')}>
        {action}
      </button>
      <button type="button" className="button" onClick={() => setDialog('discard')}>
        {discard}
      </button>
      {dialog === 'copy' && (
        <CopyDialog loss={diagram ? 'role' : 'gone'} name={draft.content.name} onCopy={copy} onClose={() => setDialog(undefined)} />
      )}
      {dialog === 'discard' && (
        <ConfirmDialog
          title={discardTitle}
          question={discardQuestion(draft.content.name)}
          action={discard}
          onDone={forget}
          onClose={() => setDialog(undefined)}
        />
      )}
    </section>
  );
}

function LastChange({ at }: { readonly at: number }): JSX.Element {
  return (
    <p className="quiet">
      {leftLast} <Time value={new Date(at).toISOString()} />
    </p>
  );
}
