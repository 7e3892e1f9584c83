import { useEffect, useId, useRef, useState, type ReactNode } from 'react';
import { texts } from '../texts';
import { IconButton } from './IconButton';
import { dialogOpened } from './openDialogs';
import { Toasts } from './Toasts';

/** Without `onClose` the dialog has to be answered. */
type Props = { title: string; onClose?: () => void; children: ReactNode; size?: 'wide' | 'middle' };

/** A modal dialog (HTML's own): the page behind it can't be reached, Escape closes it, and the focus goes back to where it was. */
export function Dialog({ title, onClose, children, size }: Props): JSX.Element {
  const dialog = useRef<HTMLDialogElement>(null);
  const [self] = useState(() => Symbol('dialog'));
  const id = useId();
  useEffect(() => {
    const before = document.activeElement;
    const element = dialog.current;
    element?.showModal();
    element?.querySelector<HTMLElement>('[data-autofocus]')?.focus();
    const leave = dialogOpened(self);
    return () => {
      leave();
      element?.close();
      if (before instanceof HTMLElement) before.focus();
    };
  }, [self]);
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
      <Toasts dialog={self} />
    </dialog>
  );
}
