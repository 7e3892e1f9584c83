import { useState, type FormEvent } from 'react';
import type { FieldErrors } from '../api/errors';
import type { SharedByMe, SharedProject } from '../api/schema';
import { session } from '../auth/session';
import { toast } from '../components/notices';
import { texts } from '../texts';
import { leaveFor, missingAnswers, type Fates } from './accountDeletion';

type AccountDeletion = {
  /** Those that are still the person's. */
  readonly projects: ReadonlyArray<SharedProject>;
  readonly fates: Fates;
  readonly word: string;
  readonly errors: FieldErrors;
  readonly isBusy: boolean;
  readonly choose: (projectId: string, fate: string) => void;
  readonly setWord: (word: string) => void;
  readonly submit: (event: FormEvent) => Promise<void>;
};

/** What somebody says before their account is gone, what is wrong with it, and its way to the server. */
export function useAccountDeletion(shared: SharedByMe): AccountDeletion {
  const [projects, setProjects] = useState(shared.projects);
  const [fates, setFates] = useState<Fates>({});
  const [word, setWord] = useState('');
  const [errors, setErrors] = useState<FieldErrors>({});
  const [isBusy, setBusy] = useState(false);

  function handedOver(project: SharedProject, heir: string): void {
    // Another attempt, should the rest fail, is not about this one.
    setProjects((before) => before.filter(({ id }) => id !== project.id));
    const name = project.members.find((member) => member.user_id === heir)?.name;
    if (name !== undefined) toast(texts.sharing.handOver.done(project.name, name));
  }

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    const missing = missingAnswers(projects, fates, word);
    setErrors(missing);
    if (Object.keys(missing).length > 0) return;
    setBusy(true);
    const problems = await leaveFor(projects, fates, handedOver);
    setErrors(problems);
    setBusy(false);
    if (Object.keys(problems).length === 0) session.leave();
  }

  const choose = (projectId: string, fate: string) => setFates((before) => ({ ...before, [projectId]: fate }));
  return { projects, fates, word, errors, isBusy, choose, setWord, submit };
}
