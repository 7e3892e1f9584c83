import type { Vocabulary } from '../engine/Vocabulary';

/** What a stretch of source is, for its colour. */
export type WordKind = 'plain' | 'comment' | 'string' | 'keyword' | 'annotation' | 'arrow' | 'number' | 'color' | 'divider';
export type Word = { readonly kind: WordKind; readonly text: string };

const pattern =
  /(\/\/.*)|("(?:[^"\n]|"")*"?)|(@[\p{L}\p{N}_]+)|(-->|->|<-|=>)|(#(?:[0-9a-fA-F]{6}|[0-9a-fA-F]{3})\b)|(\b\d+(?:\.\d+)?\b)|([\p{L}_$][\p{L}\p{N}_$]*)/gu;
const kinds: ReadonlyArray<WordKind> = ['comment', 'string', 'annotation', 'arrow', 'color', 'number', 'keyword'];

/** Cuts a line into its words. What follows a message's colon is text, and the title's words are too. */
export function wordsOf(line: string, { keywords }: Pick<Vocabulary, 'keywords'>): Word[] {
  if (/^\s*==.*$/.test(line)) return [{ kind: 'divider', text: line }];
  const words: Word[] = [];
  let place = 0;
  let isText = false;
  for (const found of line.matchAll(pattern)) {
    const start = found.index ?? 0;
    const [text = ''] = found;
    const between = line.slice(place, start);
    if (between) words.push({ kind: isText ? 'string' : 'plain', text: between });
    if (/^\s*:/.test(between) && words.some((word) => word.kind === 'arrow')) isText = true;
    const group = found.slice(1).findIndex((part) => part !== undefined);
    const kind = kinds[group] ?? 'plain';
    const isWord = kind === 'keyword' && !keywords.includes(text);
    words.push({ kind: isText && kind !== 'comment' ? 'string' : isWord ? 'plain' : kind, text });
    place = start + text.length;
    if (text === 'title' && words.every((word) => word.text.trim() === '' || word.text === 'title')) isText = true;
  }
  if (place < line.length) words.push({ kind: isText ? 'string' : 'plain', text: line.slice(place) });
  return words;
}
