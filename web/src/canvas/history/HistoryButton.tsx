import { lazy, Suspense, useState } from 'react';
import { IconButton } from '../../components/IconButton';
import { texts } from '../../texts';
import type { DiagramSession } from '../session/DiagramSession';

const HistoryDialog = lazy(() => import('./HistoryDialog'));

type Props = {
  readonly diagram: { readonly id: string; readonly name: string };
  readonly session: DiagramSession;
};

/** Opens the history of a diagram. */
export function HistoryButton(props: Props): JSX.Element {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <IconButton icon="clock" label={texts.sharing.history.open} onClick={() => setOpen(true)} />
      {isOpen && (
        <Suspense fallback={null}>
          <HistoryDialog {...props} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
