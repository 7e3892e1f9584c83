import { useState, type InputHTMLAttributes } from 'react';
import { texts } from '../texts';
import { Field } from './Field';
import { IconButton } from './IconButton';

type Props = { label: string; error?: string | undefined; hint?: string | undefined } & InputHTMLAttributes<HTMLInputElement>;

/** A password, whose characters can be shown. */
export function PasswordField(props: Props): JSX.Element {
  const [isShown, setShown] = useState(false);
  const eye = (
    <IconButton
      icon={isShown ? 'eyeSlash' : 'eye'}
      label={isShown ? texts.login.hidePassword : texts.login.showPassword}
      onClick={() => setShown(!isShown)}
    />
  );
  return <Field {...props} type={isShown ? 'text' : 'password'} end={eye} />;
}
