import { useState, type FormEvent } from 'react';
import { nameVersion } from '../../api/versions';
import { attempt } from '../../components/attempt';
import { toast } from '../../components/notices';
import { texts } from '../../texts';
import type { DiagramSession } from '../session/DiagramSession';
import { saveFirst } from './saveFirst';

/** Keeps what a diagram is now under a name. */
export function NameVersion({ id, session, onDone }: { id: string; session: DiagramSession; onDone: () => void }): JSX.Element {
  const [name, setName] = useState('');
  const { name: label, nameHint, keep, kept } = texts.sharing.history;

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    const words = name.trim();
    if (!words) return;
    await attempt(async () => {
      if (!(await saveFirst(session))) return;
      await nameVersion(id, words);
      setName('');
      toast(kept(words));
      onDone();
    });
  }

  return (
    <form className="name-version" onSubmit={(event) => void submit(event)}>
      <input aria-label={label} placeholder={nameHint} value={name} maxLength={80} onChange={(event) => setName(event.target.value)} />
      <button type="submit" className="button">
        {keep}
      </button>
    </form>
  );
}
