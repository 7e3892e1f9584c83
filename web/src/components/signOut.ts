import { session } from '../auth/session';
import { texts } from '../texts';
import { toast } from './notices';

/** Ends the session; says so if the server does not hear of it. */
export async function signOut(): Promise<void> {
  try {
    await session.signOut();
  } catch {
    toast(texts.errors.unreachable, { isError: true });
  }
}
