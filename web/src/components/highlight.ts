export type Part = { readonly text: string; readonly isWord: boolean };

/** Cuts a text at each place where one of the words stands, in any case. */
export function splitAtWords(text: string, words: string): Part[] {
  const wanted = words.split(/[^\p{L}\p{N}_]+/u).filter((word) => word !== '');
  if (wanted.length === 0) return [{ text, isWord: false }];
  const pattern = new RegExp(`(${wanted.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|')})`, 'giu');
  return text
    .split(pattern)
    .map((part, index) => ({ text: part, isWord: index % 2 === 1 }))
    .filter((part) => part.text !== '');
}
