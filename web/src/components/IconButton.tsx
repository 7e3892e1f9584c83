import { forwardRef, type ButtonHTMLAttributes } from 'react';
import { Icon, type IconName } from './Icon';

type Props = { icon: IconName; label: string; shortcut?: string | undefined } & ButtonHTMLAttributes<HTMLButtonElement>;

/** A button with an icon; its name is read aloud, and shown when the pointer rests on it. */
export const IconButton = forwardRef<HTMLButtonElement, Props>(function IconButton({ icon, label, shortcut, className, ...rest }, ref) {
  const title = shortcut ? `${label} (${shortcut})` : label;
  return (
    <button ref={ref} type="button" className={`icon-button ${className ?? ''}`} aria-label={label} title={title} {...rest}>
      <Icon name={icon} />
    </button>
  );
});
