import { texts } from '../texts';
import { IconButton } from './IconButton';
import { useTopDialog } from './openDialogs';
import { dismiss, useToasts } from './notices';

/** @param dialog Where they stand; null for the page. They are shown in one place: in the topmost dialog, in front of everything. */
export function Toasts({ dialog }: { dialog: symbol | null }): JSX.Element | null {
  const toasts = useToasts();
  if (useTopDialog() !== dialog) return null;
  return (
    <div className="toasts" role="log" aria-live="polite" aria-label={texts.messages}>
      {toasts.map((toast) => (
        <div key={toast.id} className={toast.isError ? 'toast toast-error' : 'toast'}>
          <span>{toast.text}</span>
          {toast.action && (
            <button
              type="button"
              className="button button-quiet"
              onClick={() => {
                dismiss(toast.id);
                toast.action?.run();
              }}
            >
              {toast.action.label}
            </button>
          )}
          <IconButton icon="x" label={texts.dialogs.close} onClick={() => dismiss(toast.id)} />
        </div>
      ))}
    </div>
  );
}
