import { useEffect, useId, useRef, type ReactNode } from 'react';
import { texts } from '../texts';
import { IconButton } from './IconButton';

/** Without `onClose` the dialog has to be answered. */
type Props = { title: string; onClose?: () => void; children: ReactNode; size?: 'wide' | 'middle' };

/** A modal dialog (HTML's own): the page behind it can't be reached, Escape closes it, and the focus goes back to where it was. */
export function Dialog({ title, onClose, children, size }: Props): JSX.Element {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    const before = document.activeElement;
    const element = dialog.current;
    element?.showModal();
    element?.querySelector<HTMLElement>('[data-autofocus]')?.focus();
    return () => {
      element?.close();
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  return (
    <dialog
      ref={dialog}
      className={size ? `dialog dialog-${size}` : 'dialog'}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        onClose?.();
      }}
      onClose={() => {
        // Browsers close a dialog at the second Escape, whatever is said; one that has to be answered comes back.
        if (!dialog.current?.isConnected) return;
        if (onClose) onClose();
        else dialog.current.showModal();
      }}
      onPointerDown={(event) => {
        if (event.target === dialog.current) onClose?.();
      }}
    >
      <div className="dialog-content">
        <div className="dialog-head">
          <h2 id={id}>{title}</h2>
          {onClose && <IconButton icon="x" label={texts.dialogs.close} onClick={onClose} />}
        </div>
        {children}
      </div>
    </dialog>
  );
}
