import type { Word } from './words';

export type Mark = { readonly start: number; readonly end: number; readonly className: string };
export type Piece = { readonly text: string; readonly className: string };

/** The words of a line, cut where marks begin and end. A mark past the end of the line gets a blank of its own. */
export function piecesOf(words: ReadonlyArray<Word>, marks: ReadonlyArray<Mark>): Piece[] {
  const length = words.reduce((sum, word) => sum + word.text.length, 0);
  const all = marks.some((mark) => mark.end > length) ? [...words, { kind: 'plain' as const, text: ' ' }] : words;
  const edges = new Set(marks.flatMap((mark) => [mark.start, mark.end]));
  const pieces: Piece[] = [];
  let place = 0;
  for (const word of all) {
    let from = 0;
    for (let at = 1; at <= word.text.length; at++) {
      if (at < word.text.length && !edges.has(place + at)) continue;
      const start = place + from;
      const classes = marks.filter((mark) => mark.start <= start && mark.end > start).map((mark) => mark.className);
      pieces.push({ text: word.text.slice(from, at), className: [`word-${word.kind}`, ...classes].join(' ') });
      from = at;
    }
    place += word.text.length;
  }
  return pieces;
}
