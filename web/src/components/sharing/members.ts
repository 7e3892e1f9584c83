import type { Member, Sharing } from '../../api/schema';

/** From the least to the most. */
export const memberRoles: ReadonlyArray<Member['role']> = ['viewer', 'commenter', 'editor', 'owner'];

/** Whether it belongs to somebody, who may then give it away; the role of an owner can be had by others, too. */
export function isOwnerInPerson(sharing: Pick<Sharing, 'owner_id'>, userId: string | undefined): boolean {
  return userId !== undefined && sharing.owner_id === userId;
}

/** Who came by two links is there once, with what they may do altogether. */
export function oncePerPerson(members: ReadonlyArray<Member>): ReadonlyArray<Member> {
  const highest = new Map<string, Member>();
  for (const member of members) {
    const known = highest.get(member.user_id);
    if (!known || memberRoles.indexOf(member.role) > memberRoles.indexOf(known.role)) highest.set(member.user_id, member);
  }
  return [...highest.values()];
}
