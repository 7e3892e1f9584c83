import type { Diagram } from '../../api/schema';
import { contentOf, isSameContent } from '../saving/content';
import { dropDraft, type Draft } from '../saving/drafts';
import { findDraftsLeft } from '../saving/findDraftsLeft';

/**
 * What a person has left of a diagram that they can't change any more, the newest first.
 *
 * @param diagram As the server has it; null when it is gone.
 */
export async function findDraftsToOffer(id: string, userId: string, diagram: Diagram | null): Promise<ReadonlyArray<Draft>> {
  const left = await findDraftsLeft(id, userId);
  // What has arrived after all needs nobody any more.
  const arrived = left.filter(({ content }) => diagram !== null && isSameContent(content, contentOf(diagram)));
  await Promise.all(arrived.map(({ writer }) => dropDraft(id, writer)));
  return left.filter((draft) => !arrived.includes(draft)).sort((one, other) => (other.changedAt ?? 0) - (one.changedAt ?? 0));
}
