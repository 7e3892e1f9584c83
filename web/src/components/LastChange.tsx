import { useSession } from '../auth/useSession';
import type { DiagramSummary } from '../api/schema';
import { texts } from '../texts';
import { Time } from './Time';
import { changedByOther } from './changedByOther';

/** When a diagram was changed, and by whom, if that was somebody else than who looks. */
export function LastChange({ diagram }: { diagram: DiagramSummary }): JSX.Element {
  const name = changedByOther(diagram, useSession());
  return (
    <>
      <Time value={diagram.updated_at} />
      {name && <> {texts.diagram.by(name)}</>}
    </>
  );
}
