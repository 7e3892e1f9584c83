import { useState, type FormEvent } from 'react';
import { renameMe } from '../api/account';
import { fieldErrorsOf, messageOf } from '../api/errors';
import type { UserResponse } from '../api/schema';
import { session } from '../auth/session';
import { Field } from '../components/Field';
import { toast } from '../components/notices';
import { texts } from '../texts';

/** Asks for another name. */
export function NameForm({ user }: { user: UserResponse }): JSX.Element {
  const [name, setName] = useState(user.name);
  const [error, setError] = useState<string>();

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (!name.trim()) return setError(texts.profile.missingName);
    try {
      session.know(await renameMe(name.trim()));
      setError(undefined);
      toast(texts.profile.saved);
    } catch (problem) {
      setError(fieldErrorsOf(problem)['name'] ?? messageOf(problem));
    }
  }

  return (
    <form className="account-form" onSubmit={(event) => void submit(event)} noValidate>
      <Field
        label={texts.profile.name}
        autoComplete="name"
        maxLength={100}
        value={name}
        error={error}
        onChange={(event) => setName(event.target.value)}
      />
      <button type="submit" className="button" disabled={name.trim() === user.name}>
        {texts.profile.save}
      </button>
    </form>
  );
}
