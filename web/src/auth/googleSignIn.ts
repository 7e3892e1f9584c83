import { ownAddress } from '../router';
import { session } from './session';

const key = 'zenuml-next';

/** Sends the browser to Google. The page is left: where to go afterwards has to outlast it. */
export async function startGoogleSignIn(next: string | null): Promise<void> {
  sessionStorage.setItem(key, ownAddress(next));
  await session.startGoogle();
}

/** Where somebody was going who comes back from Google. */
export function addressAfterGoogle(): string {
  return ownAddress(sessionStorage.getItem(key));
}
