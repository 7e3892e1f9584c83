import { useEffect, useState } from 'react';

type Props = {
  readonly label: string;
  readonly words: string;
  /** Gets other words than those that it has. */
  readonly onWords: (words: string) => void;
  /** Whether the field is empty again afterwards. */
  readonly isForNew?: boolean;
  /** Whether the label stands in the field while it is empty. */
  readonly hasPlaceholder?: boolean;
};

/** A field in a toolbar. Enter takes the words, and so does leaving it; Escape leaves them as they were. */
export function WordsField({ label, words, onWords, isForNew = false, hasPlaceholder = true }: Props): JSX.Element {
  const [text, setText] = useState(words);
  useEffect(() => setText(words), [words]);

  function take(): void {
    if (text === words) return;
    onWords(text);
    if (isForNew) setText('');
  }

  return (
    <input
      className="words-field"
      aria-label={label}
      title={label}
      placeholder={hasPlaceholder ? label : undefined}
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
