import { Dialog } from '../components/Dialog';
import { texts } from '../texts';

export function KeysDialog({ onClose }: { onClose: () => void }): JSX.Element {
  return (
    <Dialog title={texts.canvas.keys} onClose={onClose}>
      <dl className="keys">
        {texts.keys.map(([keys, meaning]) => (
          <div key={keys}>
            <dt>
              <kbd>{keys}</kbd>
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
