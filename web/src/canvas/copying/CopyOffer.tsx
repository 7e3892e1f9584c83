import { useState } from 'react';
import { toast } from '../../components/notices';
import { navigate } from '../../router';
import { texts } from '../../texts';
import type { Loss } from '../saving/Loss';
import type { DiagramSession } from '../session/DiagramSession';
import type { CopyChoice } from './CopyChoice';
import { CopyDialog } from './CopyDialog';
import { makeCopy } from './makeCopy';

type Props = { readonly session: DiagramSession; readonly name: string; readonly loss: Loss };

/** Is there as long as an open diagram can't be saved for want of the right. It asks at once, and again when somebody wants it to. */
export function CopyOffer({ session, name, loss }: Props): JSX.Element {
  const [isOpen, setOpen] = useState(true);

  async function copy(choice: CopyChoice): Promise<void> {
    const made = await session.copyElsewhere((draft) => makeCopy(draft, session.kind, choice));
    navigate(`/projects/${made.project_id}/diagrams/${made.id}`);
    toast(texts.ownCopy.saved(made.name));
  }

  return (
    <>
      <button type="button" className="link" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {texts.ownCopy.open}
      </button>
      {isOpen && <CopyDialog loss={loss} name={name} onCopy={copy} onClose={() => setOpen(false)} />}
    </>
  );
}
