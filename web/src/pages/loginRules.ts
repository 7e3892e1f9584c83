import type { FieldErrors } from '../api/errors';
import { texts } from '../texts';

/** What can be said of a form before the server is asked. */
export function missingFields(form: { name: string; email: string; password: string }, isNew: boolean): FieldErrors {
  const errors: Record<string, string> = {};
  if (isNew && !form.name.trim()) errors['name'] = texts.login.missingName;
  if (!form.email.trim()) errors['email'] = texts.login.missingEmail;
  if (!form.password) errors['password'] = texts.login.missingPassword;
  else if (isNew && [...form.password].length < 12) errors['password'] = texts.login.shortPassword;
  return errors;
}
