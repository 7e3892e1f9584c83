import { deleteAccount } from '../api/account';
import { messageOf, type FieldErrors } from '../api/errors';
import type { SharedProject } from '../api/schema';
import { handOver, pathOfProject } from '../api/sharing';
import { confirmed } from '../auth/confirmed';
import { texts } from '../texts';

/** What becomes of each project, by its id: it goes with the account, or is that of a member, who is named by their id. */
export type Fates = Readonly<Record<string, string>>;

/** The fate of a project that goes with the account. */
export const deleted = 'deleted';

/** Where the errors stand that are no project's. */
export const wordField = 'word';

/** What has to be said before anything is done, by projects' ids and for the word. */
export function missingAnswers(projects: ReadonlyArray<SharedProject>, fates: Fates, word: string): FieldErrors {
  const undecided = projects.filter(({ id }) => fates[id] === undefined);
  const errors = Object.fromEntries(undecided.map(({ id }) => [id, texts.profile.deletion.missing]));
  return word === texts.account.deleteWord ? errors : { ...errors, [wordField]: texts.account.deleteQuestion };
}

/**
 * Hands over what is to stay, one project after the other, then deletes the account. What fails is the end of it: nothing is deleted then.
 *
 * @param onHandedOver Is told of each project that is no longer the person's.
 * @returns What went wrong, by the id of the project or for the word; empty when the account is gone.
 */
export async function leaveFor(
  projects: ReadonlyArray<SharedProject>,
  fates: Fates,
  onHandedOver: (project: SharedProject, heir: string) => void,
): Promise<FieldErrors> {
  let place = wordField;
  try {
    for (const project of projects) {
      const heir = fates[project.id];
      if (heir === undefined || heir === deleted) continue;
      place = project.id;
      await confirmed(() => handOver(pathOfProject(project.id), heir));
      onHandedOver(project, heir);
    }
    place = wordField;
    await confirmed(deleteAccount);
    return {};
  } catch (problem) {
    return { [place]: messageOf(problem) };
  }
}
