import { useState, type FormEvent } from 'react';
import { fieldErrorsOf, messageOf } from '../../api/errors';
import type { Link } from '../../api/schema';
import { addLink, type SharedPath } from '../../api/sharing';
import { texts } from '../../texts';
import { Choice } from '../Choice';
import { Field } from '../Field';
import { toast } from '../notices';

const { invite, roles } = texts.sharing;
const kinds: ReadonlyArray<Link['kind']> = ['view', 'comment', 'edit'];
const names: Readonly<Partial<Record<Link['kind'], string>>> = { view: roles.viewer, comment: roles.commenter, edit: roles.editor };

export function nameOfKind(kind: Link['kind']): string {
  return names[kind] ?? kind;
}

/** Has a link sent to somebody. */
export function InviteForm({ path, onChange }: { path: SharedPath; onChange: () => void }): JSX.Element {
  const [email, setEmail] = useState('');
  const [kind, setKind] = useState<Link['kind']>('edit');
  const [error, setError] = useState<string>();
  const [isBusy, setBusy] = useState(false);

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    const address = email.trim();
    if (!address) return setError(texts.login.missingEmail);
    setBusy(true);
    try {
      await addLink(path, { kind, email: address });
      setEmail('');
      setError(undefined);
      toast(invite.sent(address));
      onChange();
    } catch (problem) {
      setError(fieldErrorsOf(problem)['email'] ?? messageOf(problem));
    } finally {
      setBusy(false);
    }
  }

  return (
    <section className="sharing-part" aria-labelledby="sharing-invite">
      <h3 id="sharing-invite">{invite.title}</h3>
      <p className="quiet">{invite.hint}</p>
      <form className="invite" onSubmit={(event) => void submit(event)} noValidate>
        <Field
          label={invite.email}
          type="email"
          autoComplete="off"
          inputMode="email"
          maxLength={254}
          value={email}
          error={error}
          onChange={(event) => setEmail(event.target.value)}
        />
        <Choice label={invite.may} value={kind} values={kinds} nameOf={nameOfKind} onChoice={setKind} />
        <button type="submit" className="button button-primary" disabled={isBusy}>
          {invite.action}
        </button>
      </form>
    </section>
  );
}
