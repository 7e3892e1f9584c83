import { cut, type WordsOf } from '../../source/words';

const pattern =
  /(\/\/.*)|("(?:[^"\n]|"")*"?)|(@[\p{L}\p{N}_]+)|(-->|->|<-|=>)|(#(?:[0-9a-fA-F]{6}|[0-9a-fA-F]{3})\b)|(\b\d+(?:\.\d+)?\b)|([\p{L}_$][\p{L}\p{N}_$]*)/gu;

/** Words of ZenUML's notation. */
export const wordsOf: WordsOf = (line, { keywords }) => (/^\s*==.*$/.test(line) ? [{ kind: 'divider', text: line }] : cut(line, pattern, keywords));
