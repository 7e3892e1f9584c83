import { lazy, Suspense, useState } from 'react';
import type { SharedPath } from '../../api/sharing';
import { texts } from '../../texts';
import { Icon } from '../Icon';

const ShareDialog = lazy(() => import('./ShareDialog'));

type Props = {
  readonly path: SharedPath;
  readonly name: string;
  readonly isDiagram?: boolean;
  readonly onLeft: () => void;
  readonly onHandedOver?: () => void;
};

/** Opens what is said about with whom something is shared. */
export function ShareButton(props: Props): JSX.Element {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <button type="button" className="button" onClick={() => setOpen(true)}>
        <Icon name="people" />
        <span className="button-words">{texts.sharing.share}</span>
      </button>
      {isOpen && (
        <Suspense fallback={null}>
          <ShareDialog {...props} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
