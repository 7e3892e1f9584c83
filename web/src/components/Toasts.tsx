import { texts } from '../texts';
import { IconButton } from './IconButton';
import { dismiss, useToasts } from './notices';

export function Toasts(): JSX.Element {
  const toasts = useToasts();
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
