import type { Vocabulary } from '../engine/Vocabulary';

export type Completions = { readonly start: number; readonly end: number; readonly words: ReadonlyArray<string> };

/** Longer lists would only be in the way. */
export const longestList = 8;

/**
 * What the word before the caret may become: names of participants first, then words of the notation.
 *
 * @param isAsked Whether somebody has asked for it: then an empty word is completed, too.
 */
export function completions(
  source: string,
  caret: number,
  names: ReadonlyArray<string>,
  { keywords, annotations }: Vocabulary,
  isAsked: boolean,
): Completions | null {
  const lineStart = source.lastIndexOf('\n', caret - 1) + 1;
  const before = source.slice(lineStart, caret);
  const start = caret - (/[@\p{L}\p{N}_$]*$/u.exec(before)?.[0]?.length ?? 0);
  const word = source.slice(start, caret);
  if (!isAsked && word.length < 1) return null;
  if (/\/\/|"[^"]*$|^\s*title\b/.test(before) || /->\s*[^:]*:/.test(before)) return null;
  const lower = word.toLowerCase();
  const isOnlyWord = source.slice(lineStart, start).trim() === '';
  const all = [...names.filter((name) => /^[\p{L}_$][\p{L}\p{N}_$]*$/u.test(name)), ...(isOnlyWord || isAsked ? [...keywords, ...annotations] : [])];
  const fitting = [...new Set(all)].filter((candidate) => candidate.toLowerCase().startsWith(lower) && candidate !== word).slice(0, longestList);
  return fitting.length > 0 ? { start, end: caret, words: fitting } : null;
}
