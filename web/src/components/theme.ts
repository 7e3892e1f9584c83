import { useSyncExternalStore } from 'react';
import { Listeners } from '../Listeners';
import type { Palette } from './palettes';

export type ThemeChoice = 'system' | 'light' | 'dark';

const key = 'zenuml-theme';
const dark = window.matchMedia('(prefers-color-scheme: dark)');
const contrast = window.matchMedia('(prefers-contrast: more)');
const listeners = new Listeners();
let choice: ThemeChoice = readChoice();

function readChoice(): ThemeChoice {
  const stored = localStorage.getItem(key);
  return stored === 'light' || stored === 'dark' ? stored : 'system';
}

function apply(): void {
  document.documentElement.dataset['theme'] = isDark() ? 'dark' : 'light';
  listeners.notify();
}

function isDark(): boolean {
  return choice === 'system' ? dark.matches : choice === 'dark';
}

function palette(): Palette {
  if (contrast.matches) return 'high-contrast';
  return isDark() ? 'dark' : 'light';
}

dark.addEventListener('change', apply);
contrast.addEventListener('change', apply);
window.addEventListener('storage', (event) => {
  if (event.key !== key) return;
  choice = readChoice();
  apply();
});
apply();

export function setTheme(next: ThemeChoice): void {
  choice = next;
  if (next === 'system') localStorage.removeItem(key);
  else localStorage.setItem(key, next);
  apply();
}

export function useTheme(): ThemeChoice {
  return useSyncExternalStore(listeners.subscribe, () => choice);
}

/** The palette that diagrams are drawn in. */
export function usePalette(): Palette {
  return useSyncExternalStore(listeners.subscribe, palette);
}
