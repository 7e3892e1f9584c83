import { Icon } from '../components/Icon';
import { texts } from '../texts';
import type { SaveState } from './saving/SaveState';

/** Whether the server has everything; if not, why. */
export function SaveIndicator({ save }: { save: SaveState }): JSX.Element {
  const text = { saved: texts.canvas.saved, saving: texts.canvas.saving, unsaved: texts.canvas.notSaved }[save.name];
  const reason = save.name === 'unsaved' ? save.reason : null;
  return (
    <div className={reason ? 'save-state save-state-problem' : 'save-state'}>
      <Icon name={save.name === 'saved' ? 'check' : reason ? 'cloudSlash' : 'arrowClockwise'} />
      <span role="status">{text}</span>
      {reason && <span className="save-reason">: {reason}</span>}
    </div>
  );
}
