import { useEffect, useLayoutEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { texts } from '../../texts';
import { CompletionList } from './CompletionList';
import { completions, type Completions } from './completion';
import type { DiagramSession } from '../session/DiagramSession';
import type { DiagramState, Range } from '../session/DiagramState';
import { SourceLines } from './SourceLines';
import { edgeOfLine, indentLines, indentationAfter } from './indentation';
import { lineHeight } from './lineHeight';

type Scroll = { readonly top: number; readonly left: number; readonly height: number };

/**
 * The source as text: a plain text field, with colours, line numbers and marks drawn behind it. So everything that people and
 * their aids know of text fields works here.
 */
export function SourceEditor({ session, state }: { session: DiagramSession; state: DiagramState }): JSX.Element {
  const area = useRef<HTMLTextAreaElement>(null);
  const [scroll, setScroll] = useState<Scroll>({ top: 0, left: 0, height: 800 });
  const [list, setList] = useState<(Completions & { chosen: number }) | null>(null);
  const isLeaving = useRef(false);
  const { source, caret, selected, outline } = state;
  const names = useMemo(() => outline.participants.map((one) => one.name), [outline]);
  const marked = useMemo(() => (selected ? session.rangeOf(selected, outline) : null), [selected, session, outline]);
  const lastWish = useRef(0);
  const lastMarked = useRef<Range | null>(null);

  useLayoutEffect(() => {
    const field = area.current;
    if (!field || !caret || caret.count === lastWish.current) return;
    lastWish.current = caret.count;
    setList(null);
    if (caret.isFocused) field.focus();
    if (caret.isFocused || document.activeElement === field) field.setSelectionRange(caret.start, caret.end);
    reveal(field, source, caret);
  }, [caret, source]);

  // What is selected on the picture comes into view here, too.
  useEffect(() => {
    const field = area.current;
    if (marked === lastMarked.current) return;
    lastMarked.current = marked;
    if (field && marked && document.activeElement !== field) reveal(field, source, marked);
  }, [marked, source]);

  useEffect(() => {
    const field = area.current;
    if (!field) return undefined;
    const observer = new ResizeObserver(() => setScroll((before) => ({ ...before, height: field.clientHeight })));
    observer.observe(field);
    const beforeInput = (event: InputEvent) => {
      if (event.inputType !== 'historyUndo' && event.inputType !== 'historyRedo') return;
      event.preventDefault();
      if (event.inputType === 'historyUndo') session.undo();
      else session.redo();
    };
    field.addEventListener('beforeinput', beforeInput);
    return () => {
      observer.disconnect();
      field.removeEventListener('beforeinput', beforeInput);
    };
  }, [session]);

  function typed(field: HTMLTextAreaElement): void {
    session.type(field.value);
    const found = completions(field.value, field.selectionStart, names, session.vocabulary, false);
    setList(found && { ...found, chosen: 0 });
  }

  function accept(word: string | undefined): void {
    if (list && word) session.insert({ start: list.start, end: list.end }, word);
    setList(null);
  }

  function keyDown(event: KeyboardEvent<HTMLTextAreaElement>): void {
    // An input method takes the keys until its word is done.
    if (event.nativeEvent.isComposing) return;
    const field = event.currentTarget;
    const range: Range = { start: field.selectionStart, end: field.selectionEnd };
    const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey;
    if (list && isPlain && keyInList(event)) return;
    if (event.key === 'Escape') isLeaving.current = true;
    else if (event.key === 'Tab' && isLeaving.current) return;
    else if (event.key === 'Tab' && isPlain) {
      event.preventDefault();
      if (range.start === range.end && !event.shiftKey) session.insert(range, '  ');
      else session.setLines(indentLines(source, range, event.shiftKey));
    } else if (event.key === 'Enter' && isPlain && !event.shiftKey) {
      event.preventDefault();
      session.insert(range, `\n${indentationAfter(source, range.start)}`);
    } else if (event.key === '}' && edgeOfLine(source, range.start) !== null && range.start === range.end) {
      event.preventDefault();
      session.insert({ start: edgeOfLine(source, range.start) ?? range.start, end: range.end }, '}');
    } else if (event.key === ' ' && event.ctrlKey) {
      event.preventDefault();
      const found = completions(source, range.start, names, session.vocabulary, true);
      setList(found && { ...found, chosen: 0 });
    }
    if (event.key !== 'Escape' && event.key !== 'Shift') isLeaving.current = false;
  }

  function keyInList(event: KeyboardEvent): boolean {
    if (!list) return false;
    const count = list.words.length;
    if (event.key === 'ArrowDown') setList({ ...list, chosen: (list.chosen + 1) % count });
    else if (event.key === 'ArrowUp') setList({ ...list, chosen: (list.chosen + count - 1) % count });
    else if (event.key === 'Tab' || event.key === 'Enter') accept(list.words[list.chosen]);
    else if (event.key === 'Escape') setList(null);
    else return false;
    event.preventDefault();
    event.stopPropagation();
    return true;
  }

  return (
    <div className="source-editor">
      <SourceLines session={session} state={state} marked={marked} scroll={scroll} />
      <textarea
        ref={area}
        className="source-text"
        value={source}
        aria-label={texts.canvas.source}
        aria-describedby="source-hint"
        aria-autocomplete="list"
        {...(list ? { 'aria-controls': 'completions', 'aria-activedescendant': `completion-${list.chosen}` } : {})}
        spellCheck={false}
        autoCapitalize="off"
        autoComplete="off"
        wrap="off"
        onChange={(event) => typed(event.target)}
        onKeyDown={keyDown}
        onSelect={(event) => {
          const { selectionStart, selectionEnd } = event.currentTarget;
          if (list && selectionStart !== list.end) setList(null);
          if (document.activeElement === event.currentTarget) session.selectAt({ start: selectionStart, end: selectionEnd });
        }}
        onScroll={(event) => {
          const { scrollTop, scrollLeft, clientHeight } = event.currentTarget;
          setScroll({ top: scrollTop, left: scrollLeft, height: clientHeight });
          setList(null);
        }}
        onBlur={() => setList(null)}
      />
      <p id="source-hint" className="visually-hidden">
        {texts.canvas.leaveHint}
      </p>
      {list && area.current && <CompletionList list={list} source={source} field={area.current} scroll={scroll} onChoose={accept} />}
    </div>
  );
}

/** Scrolls a range into view, if it isn't. */
function reveal(field: HTMLTextAreaElement, source: string, range: Range): void {
  const line = source.slice(0, range.start).split('\n').length - 1;
  const top = line * lineHeight;
  if (top < field.scrollTop || top > field.scrollTop + field.clientHeight - 3 * lineHeight)
    field.scrollTop = Math.max(top - field.clientHeight / 3, 0);
}
