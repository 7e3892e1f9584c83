import { useState, type ButtonHTMLAttributes, type ReactNode } from 'react';

type Props = { onAction: () => Promise<unknown>; children: ReactNode } & ButtonHTMLAttributes<HTMLButtonElement>;

/**
 * A button whose action takes its time: a second click begins nothing while that is under way. It keeps the focus (`aria-disabled`), so that a
 * dialog that comes of it gives it back.
 */
export function ActionButton({ onAction, children, ...rest }: Props): JSX.Element {
  const [isBusy, setBusy] = useState(false);

  async function act(): Promise<void> {
    setBusy(true);
    try {
      await onAction();
    } finally {
      setBusy(false);
    }
  }

  return (
    <button type="button" aria-disabled={isBusy} onClick={isBusy ? undefined : () => void act()} {...rest}>
      {children}
    </button>
  );
}
