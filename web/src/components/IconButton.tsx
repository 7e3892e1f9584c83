import { forwardRef, type ButtonHTMLAttributes } from 'react';
import { Icon, type IconName } from './Icon';

type Props = { icon: IconName; label: string; shortcut?: string | undefined } & ButtonHTMLAttributes<HTMLButtonElement>;

/**
 * A button with an icon; its name is read aloud, and shown when the pointer rests on it.
 *
 * One that is disabled by its own click keeps the focus (`aria-disabled`): whoever works by keyboard isn't thrown out of its toolbar.
 */
export const IconButton = forwardRef<HTMLButtonElement, Props>(function IconButton(props, ref) {
  const { icon, label, shortcut, className, disabled, onClick, ...rest } = props;
  const title = shortcut ? `${label} (${shortcut})` : label;
  const action = disabled ? undefined : onClick;
  const classes = `icon-button ${className ?? ''}`;
  return (
    <button ref={ref} type="button" className={classes} aria-label={label} title={title} aria-disabled={disabled} onClick={action} {...rest}>
      <Icon name={icon} />
    </button>
  );
});
