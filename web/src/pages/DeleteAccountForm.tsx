import type { SharedByMe, SharedProject } from '../api/schema';
import { Field } from '../components/Field';
import { useFirstFocus } from '../components/useFirstFocus';
import { texts } from '../texts';
import { SharedProjectFate } from './SharedProjectFate';
import { wordField } from './accountDeletion';
import { useAccountDeletion } from './useAccountDeletion';

/** So many projects the server lists at most. */
const most = 100;

/** Asks what becomes of what others work in, and for a word, before everything is gone. */
export function DeleteAccountForm({ shared, onClose }: { shared: SharedByMe; onClose: () => void }): JSX.Element {
  const { projects, fates, word, errors, isBusy, choose, setWord, submit } = useAccountDeletion(shared);
  const start = useFirstFocus<HTMLParagraphElement>();
  const input = useFirstFocus<HTMLInputElement>();
  const note = noteOf(shared, projects);
  return (
    <form onSubmit={(event) => void submit(event)}>
      {note && (
        <p ref={start} tabIndex={-1}>
          {note}
        </p>
      )}
      {projects.length > 0 && (
        <ul>
          {projects.map((project) => (
            <SharedProjectFate key={project.id} project={project} fate={fates[project.id]} error={errors[project.id]} onChoice={choose} />
          ))}
        </ul>
      )}
      <Field
        label={texts.account.deleteQuestion}
        value={word}
        error={errors[wordField]}
        inputRef={note ? undefined : input}
        onChange={(event) => setWord(event.target.value)}
      />
      <footer className="dialog-actions">
        <button type="button" className="button" onClick={onClose}>
          {texts.dialogs.cancel}
        </button>
        <button type="submit" className="button button-dangerous" disabled={isBusy}>
          {texts.account.delete}
        </button>
      </footer>
    </form>
  );
}

/** What others lose; empty if that is nothing. */
function noteOf(shared: SharedByMe, projects: ReadonlyArray<SharedProject>): string {
  const { deletion } = texts.profile;
  const notes: string[] = [];
  if (projects.length > 0) notes.push(deletion.projects);
  if (shared.projects.length >= most) notes.push(deletion.many);
  if (shared.diagrams > 0) notes.push(deletion.diagrams(shared.diagrams));
  return notes.join(' ');
}
