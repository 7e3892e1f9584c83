import { useState, type FormEvent } from 'react';
import { changePassword, hasPassword as findPassword } from '../api/account';
import { fieldErrorsOf, messageOf, type FieldErrors } from '../api/errors';
import type { UserResponse } from '../api/schema';
import { PasswordField } from '../components/PasswordField';
import { toast } from '../components/notices';
import { useLoad } from '../components/useLoad';
import { texts } from '../texts';

/** A new password, for whoever knows the present one. */
export function PasswordSection({ user, onChange }: { user: UserResponse; onChange: () => void }): JSX.Element {
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const [errors, setErrors] = useState<FieldErrors>({});
  const state = useLoad(findPassword, 'password');
  const hasPassword = state.value ?? true;

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (!next) return setErrors({ new_password: texts.profile.missing });
    try {
      await changePassword(hasPassword ? { current_password: current, new_password: next } : { new_password: next });
      state.set(() => true);
      setCurrent('');
      setNext('');
      setErrors({});
      toast(texts.profile.changed);
      onChange();
    } catch (problem) {
      const found = fieldErrorsOf(problem);
      setErrors(Object.keys(found).length > 0 ? found : { new_password: messageOf(problem) });
    }
  }

  return (
    <section aria-labelledby="password">
      <h2 id="password">{texts.profile.password}</h2>
      <p className="quiet">{hasPassword ? texts.profile.passwordHint : texts.profile.noPasswordHint}</p>
      <form className="account-form" onSubmit={(event) => void submit(event)} noValidate>
        {/* By this a password keeper knows whose it is. */}
        <input type="email" autoComplete="username" value={user.email} readOnly hidden />
        {hasPassword && (
          <PasswordField
            label={texts.profile.current}
            autoComplete="current-password"
            value={current}
            error={errors['current_password']}
            onChange={(event) => setCurrent(event.target.value)}
          />
        )}
        <PasswordField
          label={texts.profile.new}
          autoComplete="new-password"
          hint={texts.profile.newHint}
          value={next}
          error={errors['new_password']}
          onChange={(event) => setNext(event.target.value)}
        />
        <button type="submit" className="button">
          {hasPassword ? texts.profile.change : texts.profile.set}
        </button>
      </form>
    </section>
  );
}
