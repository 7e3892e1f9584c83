import { cut, type WordsOf } from '../../source/words';

const comment = /^\s*'.*|\/'.*?(?:'\/|$)/;
const text = /"[^"\n]*"?/;
const annotation = /@\w+|<<.*?>>/;
// A head, a line of two signs at least, perhaps with a style and a direction in it, and a head. A letter is a head where no name is.
const arrow =
  /(?:(?<![\p{L}\p{N}_])[ox](?=[-.])|<\||\*|[<+#^}{|]{1,2})?(?:[-.=~]+(?:\[[^\]\n]*\])?(?:left|right|up|down|[lrud])?[-.=~]+|[-.](?=\|?>))(?:\|>|\*|[>+#^{}|]{1,2}|[ox](?![\p{L}\p{N}_]))?/;
// At the beginning of a line it is a visibility.
const color = /(?<=\S\s+)#\w+/;
const number = /\b\d+(?:\.\d+)?\b/;
const word = /[\p{L}_$][\p{L}\p{N}_$]*/;

const pattern = new RegExp([comment, text, annotation, arrow, color, number, word].map((one) => `(${one.source})`).join('|'), 'gu');

/** Words of PlantUML's notation. */
export const wordsOf: WordsOf = (line, { keywords }) =>
  /^\s*(?:==|--|\.\.|__)(?:[^-.=_].*)?(?:==|--|\.\.|__)?\s*$/.test(line) ? [{ kind: 'divider', text: line }] : cut(line, pattern, keywords);
