import { useSyncExternalStore } from 'react';
import { Listeners } from './Listeners';

/** Where the page is: path and query, as in the address bar. */
export type Address = { readonly path: string; readonly query: URLSearchParams };

const listeners = new Listeners();
let current = window.location.pathname + window.location.search;

function changed(): void {
  current = window.location.pathname + window.location.search;
  listeners.notify();
}

window.addEventListener('popstate', changed);

/** Goes to another address of this client without loading a page. */
export function navigate(address: string, options: { replace?: boolean } = {}): void {
  if (options.replace) window.history.replaceState(null, '', address);
  else window.history.pushState(null, '', address);
  window.scrollTo(0, 0);
  changed();
}

export function useAddress(): Address {
  const address = useSyncExternalStore(listeners.subscribe, () => current);
  const [path = '/', query = ''] = address.split('?', 2);
  return { path: path.length > 1 ? path.replace(/\/+$/, '') : path, query: new URLSearchParams(query) };
}

/** What stands behind the `#`, which browsers send nowhere; also after another link was opened in this tab. */
export function useFragment(): string {
  return useSyncExternalStore(listenToFragment, () => window.location.hash.slice(1));
}

function listenToFragment(notify: () => void): () => void {
  window.addEventListener('hashchange', notify);
  return () => window.removeEventListener('hashchange', notify);
}

/**
 * The parameters of a path that is like a pattern, e.g. `/projects/:id`; null for any other path.
 */
export function match(pattern: string, path: string): Record<string, string> | null {
  const wanted = pattern.split('/');
  const given = path.split('/');
  if (wanted.length !== given.length) return null;
  const parameters: Record<string, string> = {};
  for (const [index, part] of wanted.entries()) {
    const value = given[index] ?? '';
    if (part.startsWith(':')) {
      if (value === '') return null;
      parameters[part.slice(1)] = decode(value);
    } else if (part !== value) return null;
  }
  return parameters;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The address to go to after signing in: one of this client's own, or Home. Anything else could lead people astray. */
export function ownAddress(address: string | null): string {
  if (!address || !address.startsWith('/') || address.startsWith('//') || address.includes('\\')) return '/';
  const url = new URL(address, window.location.origin);
  return url.origin === window.location.origin && url.pathname !== '/login' ? url.pathname + url.search : '/';
}
