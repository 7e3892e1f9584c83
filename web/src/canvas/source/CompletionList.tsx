import { texts } from '../../texts';
import { longestList, type Completions } from './completion';
import { lineHeight } from './lineHeight';

/** Of an item, in pixels; the style sheet says the same. */
const itemHeight = 28;

type Props = {
  list: Completions & { readonly chosen: number };
  source: string;
  field: HTMLTextAreaElement;
  scroll: { readonly top: number; readonly left: number };
  onChoose: (word: string) => void;
};

/** What the word at the caret may become, below it. */
export function CompletionList({ list, source, field, scroll, onChoose }: Props): JSX.Element {
  const lineStart = source.lastIndexOf('\n', list.start - 1) + 1;
  const line = source.slice(0, list.start).split('\n').length;
  const left = field.offsetLeft + paddingOf(field) + widthOf(source.slice(lineStart, list.start), field) - scroll.left;
  const below = line * lineHeight + 8 - scroll.top;
  const top =
    below + longestList * itemHeight > field.clientHeight && below > (longestList + 1) * itemHeight
      ? below - lineHeight - list.words.length * itemHeight - 8
      : below;
  return (
    <ul id="completions" className="completions" role="listbox" aria-label={texts.canvas.completions} style={{ left, top }}>
      {list.words.map((word, index) => (
        <li
          key={word}
          id={`completion-${index}`}
          role="option"
          aria-selected={index === list.chosen}
          onPointerDown={(event) => {
            event.preventDefault();
            onChoose(word);
          }}
        >
          <b>{word.slice(0, list.end - list.start)}</b>
          {word.slice(list.end - list.start)}
        </li>
      ))}
    </ul>
  );
}

function paddingOf(field: HTMLElement): number {
  return parseFloat(getComputedStyle(field).paddingLeft);
}

/** In pixels, in the font of the field. */
function widthOf(text: string, field: HTMLElement): number {
  const context = document.createElement('canvas').getContext('2d');
  if (!context) return text.length * 8;
  const style = getComputedStyle(field);
  context.font = `${style.fontSize} ${style.fontFamily}`;
  return context.measureText(text.replace(/\t/g, '  ')).width;
}
