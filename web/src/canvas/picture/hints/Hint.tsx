import { useEffect, useState, type CSSProperties } from 'react';
import { IconButton } from '../../../components/IconButton';
import { texts } from '../../../texts';
import { boxAroundAll } from '../Geometry';
import type { PictureModel } from '../usePicture';
import { HintSequence, type HintName } from './HintSequence';

const store = { load: () => localStorage.getItem('zenuml-hints'), save: (value: string) => localStorage.setItem('zenuml-hints', value) };

/** What a newcomer may want to know just now: beside what it is about, and over nothing that can be clicked. */
export function Hint({ model }: { model: PictureModel }): JSX.Element | null {
  const { state, kind, isQuiet } = model;
  const { source, outline } = state;
  const [sequence] = useState(() => new HintSequence(store));
  const [name, setName] = useState<HintName | null>(null);
  const isEditing = state.editing !== null;
  useEffect(
    // To count takes time, and after the first diagram nothing is told any more.
    () => setName(sequence.isOver ? null : sequence.next({ source, isEditing, ...kind.counts(outline) })),
    [sequence, source, outline, isEditing, kind],
  );
  if (!name || !isQuiet) return null;
  return (
    <p className={`hint hint-${name}`} style={placeOf(name, model)} role="note">
      {name === 'connect' ? kind.words.connect : texts.canvas.newcomerHints[name]}
      <IconButton
        icon="x"
        label={texts.canvas.dismissHint}
        onClick={() => {
          sequence.dismiss(name);
          setName(null);
        }}
      />
    </p>
  );
}

/** Below what is selected, if it is about that; else where the style sheet has it. */
function placeOf(name: HintName, { boxes, controls }: PictureModel): CSSProperties | undefined {
  const box = name === 'edit' || name === 'connect' ? boxAroundAll(boxes) : null;
  if (!box) return undefined;
  const { x, y, scale } = controls.viewport;
  const left = x + (box.x + box.width / 2) * scale;
  const top = y + (box.y + box.height) * scale + 34;
  return top < controls.size.height - 140 ? { left: Math.min(Math.max(left, 150), controls.size.width - 150), top, bottom: 'auto' } : undefined;
}
