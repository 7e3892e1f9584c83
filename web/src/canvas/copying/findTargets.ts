import { listProjects, listSharedProjects } from '../../api/projects';
import type { Project } from '../../api/schema';

/** The projects in which a copy may be made. */
export type Targets = { readonly own: ReadonlyArray<Project>; readonly others: ReadonlyArray<Project> };

/** One's own, and those of others that one may change; none that is put away. */
export async function findTargets(): Promise<Targets> {
  const [own, shared] = await Promise.all([listProjects(false), listSharedProjects()]);
  const others = shared.records.filter(({ role, archived }) => !archived && (role === 'editor' || role === 'owner'));
  return { own: own.records, others };
}
