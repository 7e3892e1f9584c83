import { findDrafts, type Draft } from './drafts';
import { DraftWriter } from './DraftWriter';

/** What a person's earlier visits could not save of a diagram. What another tab has open is left to that tab. */
export async function findDraftsLeft(id: string, userId: string): Promise<Draft[]> {
  const atWork = await DraftWriter.atWork();
  return (await findDrafts(id, userId)).filter(({ writer }) => !atWork.has(writer));
}
