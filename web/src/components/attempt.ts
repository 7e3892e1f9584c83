import { messageOf } from '../api/errors';
import { toast } from './notices';

/** Does what somebody has asked for; says so if it fails. */
export async function attempt(work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (error) {
    toast(messageOf(error), { isError: true });
  }
}
