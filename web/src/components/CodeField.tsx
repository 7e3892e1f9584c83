import type { InputHTMLAttributes, Ref } from 'react';
import { texts } from '../texts';
import { Field } from './Field';

type Props = { label?: string; error?: string | undefined; hint?: string; inputRef?: Ref<HTMLInputElement> } & InputHTMLAttributes<HTMLInputElement>;

/** A code of an authenticator app or, unless the hint says otherwise, a recovery code. */
export function CodeField(props: Props): JSX.Element {
  return (
    <Field
      label={texts.profile.code.label}
      hint={texts.profile.code.hint}
      autoComplete="one-time-code"
      autoCapitalize="none"
      spellCheck={false}
      maxLength={64}
      {...props}
    />
  );
}
