import { useCallback, useEffect, useState } from 'react';
import type { Diagram } from '../../api/schema';
import { dropDraft, type Draft } from '../saving/drafts';
import { findDraftsToOffer } from './findDraftsToOffer';

type DraftsToOffer = {
  readonly drafts: ReadonlyArray<Draft>;
  /** Of what is safe elsewhere, or wanted no more. */
  readonly drop: (draft: Draft) => Promise<void>;
};

/** What this browser has of a diagram that can't be changed any more; nothing until that is known. */
export function useDraftsToOffer(id: string, userId: string, diagram: Diagram | null): DraftsToOffer {
  const [drafts, setDrafts] = useState<ReadonlyArray<Draft>>([]);
  useEffect(() => {
    let isCurrent = true;
    setDrafts([]);
    // Where a browser can't tell who is at work, nothing is offered that may be another tab's; it stays where it is.
    findDraftsToOffer(id, userId, diagram).then(
      (found) => isCurrent && setDrafts(found),
      () => undefined,
    );
    return () => {
      isCurrent = false;
    };
  }, [id, userId, diagram]);
  const drop = useCallback(async (draft: Draft) => {
    await dropDraft(draft.id, draft.writer);
    setDrafts((before) => before.filter((one) => one !== draft));
  }, []);
  return { drafts, drop };
}
