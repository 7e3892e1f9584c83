import { useEffect, useRef, useState } from 'react';

type Props = {
  readonly label: string;
  readonly words: string;
  /** Gets other words than those that it has. */
  readonly onWords: (words: string) => void;
  /** Whether the field is empty again afterwards. */
  readonly isForNew?: boolean;
  /** Whether it has the focus from the beginning. */
  readonly isFocused?: boolean;
  /** What stands in the field while it is empty: its label, unless that is said otherwise. */
  readonly placeholder?: string;
};

/** A field in a toolbar. Enter takes the words, and so does leaving it; Escape leaves them as they were. */
export function WordsField({ label, words, onWords, isForNew = false, isFocused = false, placeholder = label }: Props): JSX.Element {
  const [text, setText] = useState(words);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => setText(words), [words]);
  useEffect(() => {
    if (isFocused) field.current?.focus();
  }, [isFocused]);

  function take(): void {
    if (text === words) return;
    onWords(text);
    if (isForNew) setText('');
  }

  return (
    <input
      ref={field}
      className="words-field"
      aria-label={label}
      title={label}
      placeholder={placeholder}
      value={text}
      onChange={(event) => setText(event.target.value)}
      onBlur={take}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return;
        event.stopPropagation();
        if (event.key === 'Enter') take();
        else if (event.key === 'Escape') setText(words);
      }}
    />
  );
}
