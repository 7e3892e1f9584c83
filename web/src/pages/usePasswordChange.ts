import { useState, type FormEvent } from 'react';
import { changePassword } from '../api/account';
import { fieldErrorsOf, messageOf, type FieldErrors } from '../api/errors';
import { confirmed } from '../auth/confirmed';
import { toast } from '../components/notices';
import { texts } from '../texts';

type Field = 'current_password' | 'new_password';
type FieldState = { readonly value: string; readonly error: string | undefined; readonly onChange: (event: { target: { value: string } }) => void };
type PasswordChangeForm = { readonly fieldOf: (name: Field) => FieldState; readonly submit: (event: FormEvent) => Promise<void> };

const empty = { current_password: '', new_password: '' };

/** What is typed for a new password, what is wrong with it, and its way to the server. */
export function usePasswordChange(isSet: boolean, onDone: () => void): PasswordChangeForm {
  const [form, setForm] = useState(empty);
  const [errors, setErrors] = useState<FieldErrors>({});

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (!form.new_password) return setErrors({ new_password: texts.profile.missing });
    try {
      await confirmed(() => changePassword(isSet ? form : { new_password: form.new_password }));
      setForm(empty);
      setErrors({});
      toast(texts.profile.changed);
      onDone();
    } catch (problem) {
      const found = fieldErrorsOf(problem);
      setErrors(Object.keys(found).length > 0 ? found : { new_password: messageOf(problem) });
    }
  }

  const fieldOf = (name: Field): FieldState => ({
    value: form[name],
    error: errors[name],
    onChange: (event) => setForm({ ...form, [name]: event.target.value }),
  });
  return { fieldOf, submit };
}
