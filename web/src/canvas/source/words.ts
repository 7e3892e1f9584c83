import type { Vocabulary } from '../engine/Vocabulary';

/** What a stretch of source is, for its colour. */
export type WordKind = 'plain' | 'comment' | 'string' | 'keyword' | 'annotation' | 'arrow' | 'number' | 'color' | 'divider';
export type Word = { readonly kind: WordKind; readonly text: string };

/** Cuts a line into its words, as the notation of a kind of diagram has them. */
export type WordsOf = (line: string, vocabulary: Pick<Vocabulary, 'keywords'>) => ReadonlyArray<Word>;

/** What the groups of a pattern find. */
const kinds: ReadonlyArray<WordKind> = ['comment', 'string', 'annotation', 'arrow', 'color', 'number', 'keyword'];

/**
 * The words of a line by a pattern, with what stands between them. What follows a colon behind an arrow is text.
 *
 * @param pattern With a group each for comments, strings, annotations, arrows, colours, numbers and words, in this order.
 */
export function cut(line: string, pattern: RegExp, keywords: ReadonlyArray<string>): Word[] {
  const words: Word[] = [];
  let place = 0;
  let isText = false;
  for (const found of line.matchAll(pattern)) {
    const start = found.index ?? 0;
    const [text = ''] = found;
    const between = line.slice(place, start);
    if (between) words.push({ kind: isText ? 'string' : 'plain', text: between });
    if (/^\s*:/.test(between) && words.some((word) => word.kind === 'arrow')) isText = true;
    const kind = kinds[found.slice(1).findIndex((part) => part !== undefined)] ?? 'plain';
    const isWord = kind === 'keyword' && !keywords.includes(text);
    words.push({ kind: isText && kind !== 'comment' ? 'string' : isWord ? 'plain' : kind, text });
    place = start + text.length;
    if (text === 'title' && words.every((word) => word.text.trim() === '' || word.text === 'title')) isText = true;
  }
  if (place < line.length) words.push({ kind: isText ? 'string' : 'plain', text: line.slice(place) });
  return words;
}
