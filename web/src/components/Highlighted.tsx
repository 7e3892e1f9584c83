import { splitAtWords } from './highlight';

/** A text with the words marked that somebody has looked for. */
export function Highlighted({ text, words }: { text: string; words: string }): JSX.Element {
  return <>{splitAtWords(text, words).map((part, index) => (part.isWord ? <mark key={index}>{part.text}</mark> : part.text))}</>;
}
