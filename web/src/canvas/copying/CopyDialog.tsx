import { useState, type FormEvent } from 'react';
import { fieldErrorsOf, messageOf } from '../../api/errors';
import { Dialog } from '../../components/Dialog';
import { Field } from '../../components/Field';
import { FormProblem } from '../../components/FormProblem';
import { Problem } from '../../components/Problem';
import { useLoad } from '../../components/useLoad';
import { texts } from '../../texts';
import type { Loss } from '../saving/Loss';
import type { CopyChoice } from './CopyChoice';
import { findTargets } from './findTargets';
import { ProjectField } from './ProjectField';

type Props = {
  readonly loss: Loss;
  /** Of the diagram. */
  readonly name: string;
  /** Ends when the copy is there. */
  readonly onCopy: (choice: CopyChoice) => Promise<void>;
  readonly onClose: () => void;
};

const { title, happened, kept, name: label, copyOf, action, notNow } = texts.ownCopy;

/** Offers a copy to whoever has changed a diagram and can't save it there any more. */
export function CopyDialog({ loss, name, onCopy, onClose }: Props): JSX.Element {
  const [copyName, setCopyName] = useState(() => copyOf(name.slice(0, 240)));
  const [chosen, setChosen] = useState<string | null>();
  const [problem, setProblem] = useState<{ readonly text: string; readonly isOfName: boolean }>();
  const [isBusy, setBusy] = useState(false);
  const targets = useLoad(findTargets, '');
  const projectId = chosen === undefined ? (targets.value?.own[0]?.id ?? null) : chosen;

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (isBusy || !targets.value) return;
    if (!copyName.trim()) return setProblem({ text: texts.dialogs.missingName, isOfName: true });
    setBusy(true);
    setProblem(undefined);
    try {
      await onCopy({ name: copyName.trim(), projectId });
    } catch (error) {
      const ofName = fieldErrorsOf(error)['name'];
      setProblem({ text: ofName ?? messageOf(error), isOfName: ofName !== undefined });
      setBusy(false);
    }
  }

  return (
    <Dialog title={title} onClose={onClose}>
      <form onSubmit={(event) => void submit(event)} noValidate>
        {/* The focus goes where it is read out. And the dialog comes while somebody types: what is typed on must not choose anything. */}
        <p tabIndex={-1} data-autofocus>
          {happened[loss]} {kept}
        </p>
        <Field
          label={label}
          value={copyName}
          error={problem?.isOfName ? problem.text : undefined}
          maxLength={255}
          onChange={(event) => setCopyName(event.target.value)}
        />
        {targets.value && <ProjectField targets={targets.value} projectId={projectId} onChoice={setChosen} />}
        {targets.error && <Problem text={targets.error} onRetry={() => void targets.reload()} />}
        <FormProblem>{problem && !problem.isOfName && problem.text}</FormProblem>
        <div className="dialog-actions">
          <button type="button" className="button" onClick={onClose}>
            {notNow}
          </button>
          <button type="submit" className="button button-primary" aria-disabled={isBusy || !targets.value}>
            {action}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
