import { useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { IconButton } from '../../components/IconButton';
import { texts } from '../../texts';
import type { DiagramSession } from '../session/DiagramSession';
import { found } from './elements';

type Props = {
  readonly session: DiagramSession;
  /** How often it was asked for: each time it gets the focus. */
  readonly asked: number;
  /** Gets the element that is selected now. */
  readonly onFound: (id: string) => void;
  readonly onClose: () => void;
};

/** A field for words that an element says. Enter goes on to the next one, with Shift to the one before. */
export function FindField({ session, asked, onFound, onClose }: Props): JSX.Element {
  const [words, setWords] = useState('');
  const [index, setIndex] = useState(0);
  const field = useRef<HTMLInputElement>(null);
  const { outline } = session.current();
  const ids = useMemo(() => found(outline, words), [outline, words]);
  useEffect(() => field.current?.focus(), [asked]);

  function go(next: number, among: ReadonlyArray<string> = ids): void {
    const place = among.length === 0 ? 0 : (next + among.length) % among.length;
    setIndex(place);
    const id = among[place];
    session.select(id ?? null);
    if (id !== undefined) onFound(id);
  }

  function keyDown(event: KeyboardEvent): void {
    event.stopPropagation();
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') go(index + (event.shiftKey ? -1 : 1));
    else if (event.key === 'Escape') onClose();
    else return;
    event.preventDefault();
  }

  return (
    <div className="find-field" role="search">
      <input
        ref={field}
        className="words-field"
        aria-label={texts.canvas.find}
        placeholder={texts.canvas.find}
        value={words}
        onChange={(event) => {
          setWords(event.target.value);
          go(0, found(outline, event.target.value));
        }}
        onKeyDown={keyDown}
      />
      <span aria-live="polite">{words !== '' && texts.canvas.found(ids.length === 0 ? 0 : index + 1, ids.length)}</span>
      <IconButton icon="x" label={texts.dialogs.close} onClick={onClose} />
    </div>
  );
}
