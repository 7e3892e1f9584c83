import { useEffect, useState, type FormEvent } from 'react';
import { fieldErrorsOf, messageOf, statusOf, ticketOf, type FieldErrors } from '../api/errors';
import { session } from '../auth/session';
import { FormProblem } from '../components/FormProblem';
import { Field } from '../components/Field';
import { PasswordField } from '../components/PasswordField';
import { useFirstFocus } from '../components/useFirstFocus';
import { texts } from '../texts';
import { missingFields } from './loginRules';

type Props = {
  /** Whether an account is to be made. */
  isNew: boolean;
  /** What was typed before the code was asked for; empty at first. */
  email: string;
  problem: string | undefined;
  onProblem: (problem: string | undefined) => void;
  /** The password is right, and a code is asked for besides. */
  onTicket: (ticket: string, email: string) => void;
  /** Null where no mail is sent: then those help who run the server. */
  onForgotten: (() => void) | null;
};

/** E-mail address and password, and a name for a new account. */
export function LoginForm({ isNew, email, problem, onProblem, onTicket, onForgotten }: Props): JSX.Element {
  const [form, setForm] = useState({ name: '', email, password: '' });
  const start = useFirstFocus<HTMLInputElement>();
  const [errors, setErrors] = useState<FieldErrors>({});
  const [isBusy, setBusy] = useState(false);
  useEffect(() => setErrors({}), [isNew]);

  function change(field: keyof typeof form) {
    return {
      value: form[field],
      error: errors[field],
      onChange: (event: { target: { value: string } }) => setForm({ ...form, [field]: event.target.value }),
    };
  }

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    onProblem(undefined);
    const missing = missingFields(form, isNew);
    setErrors(missing);
    if (Object.keys(missing).length > 0) return;
    setBusy(true);
    try {
      await (isNew ? session.register(form) : session.signIn(form.email, form.password));
    } catch (error) {
      const ticket = ticketOf(error);
      if (ticket) return onTicket(ticket, form.email);
      const found = statusOf(error) === 409 ? { email: messageOf(error) } : fieldErrorsOf(error);
      setErrors(found);
      if (Object.keys(found).length === 0) onProblem(messageOf(error));
      setBusy(false);
    }
  }

  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      {isNew && <Field label={texts.login.name} autoComplete="name" maxLength={100} {...change('name')} />}
      <Field
        inputRef={email ? start : undefined}
        label={texts.login.email}
        type="email"
        autoComplete="username"
        inputMode="email"
        maxLength={254}
        {...change('email')}
      />
      <PasswordField
        label={texts.login.password}
        autoComplete={isNew ? 'new-password' : 'current-password'}
        hint={isNew ? texts.login.passwordHint : undefined}
        {...change('password')}
      />
      <FormProblem>{problem}</FormProblem>
      <button type="submit" className="button button-primary button-large" disabled={isBusy}>
        {isNew ? texts.login.create : texts.login.signIn}
      </button>
      {!isNew && (
        <p className="quiet login-forgotten">
          {onForgotten ? (
            <button type="button" className="link" onClick={onForgotten}>
              {texts.profile.ask.open}
            </button>
          ) : (
            texts.profile.forgotten
          )}
        </p>
      )}
    </form>
  );
}
