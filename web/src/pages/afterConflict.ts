import { whoAmI } from '../api/account';
import { statusOf } from '../api/errors';
import type { SecondFactorState, UserResponse } from '../api/schema';
import { secondFactor } from '../api/secondFactor';

/** How things stand by now. */
export type Found = { readonly user: UserResponse; readonly state: SecondFactorState };

/**
 * A conflict says that the second factor was turned on or off without this page: in another tab, or by a request whose answer got lost.
 *
 * @returns Undefined for other errors, and when it can't be found out.
 */
export async function afterConflict(error: unknown): Promise<Found | undefined> {
  if (statusOf(error) !== 409) return undefined;
  try {
    const [user, state] = await Promise.all([whoAmI(), secondFactor()]);
    return { user, state };
  } catch {
    return undefined;
  }
}
