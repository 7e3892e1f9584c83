const key = 'zenuml-link';

/**
 * The token of the link by which somebody has come. It stands in the fragment, which browsers send nowhere, and is kept for this tab while
 * they sign in: the address of the sign-in could end up in a log.
 */
export function linkToken(token: string): string {
  if (token) sessionStorage.setItem(key, token);
  return token || (sessionStorage.getItem(key) ?? '');
}

/** Once it has served. */
linkToken.forget = (): void => sessionStorage.removeItem(key);
