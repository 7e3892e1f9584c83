import { useEffect, useRef } from 'react';
import { texts } from '../../texts';
import { Property } from './Property';

type Props = {
  /** One number of three bytes; undefined for none of its own, null where several differ. */
  readonly color: number | undefined | null;
  /** Gets hexadecimal digits; empty for none. */
  readonly onColor: (digits: string) => void;
};

/** Light enough for dark words, in the order of the rainbow. */
const offered = ['FDE2E2', 'FFEDD5', 'FEF9C3', 'DCFCE7', 'CFFAFE', 'DBEAFE', 'EDE9FE', 'E5E7EB'] as const;

/** The colour of something: one of a few, any, or none of its own. */
export function ColorProperty({ color, onColor }: Props): JSX.Element {
  const digits = color === undefined ? '' : color === null ? null : color.toString(16).padStart(6, '0').toUpperCase();
  return (
    <Property label={texts.canvas.color}>
      <div className="color-choice" role="group" aria-label={texts.canvas.color}>
        <button
          type="button"
          className="swatch swatch-none"
          aria-label={texts.canvas.noColor}
          aria-pressed={digits === ''}
          onClick={() => onColor('')}
        />
        {offered.map((one, index) => (
          <button
            key={one}
            type="button"
            className="swatch"
            style={{ background: `#${one}` }}
            aria-label={texts.canvas.colors[index]}
            title={texts.canvas.colors[index]}
            aria-pressed={digits === one}
            onClick={() => onColor(one)}
          />
        ))}
        <AnyColor value={digits ? `#${digits.toLowerCase()}` : '#ffffff'} onValue={(value) => onColor(value.slice(1).toUpperCase())} />
      </div>
    </Property>
  );
}

/** Tells a colour when it is chosen, not each one on the way there: each is a step that can be taken back. */
function AnyColor({ value, onValue }: { value: string; onValue: (value: string) => void }): JSX.Element {
  const field = useRef<HTMLInputElement>(null);
  const latest = useRef(onValue);
  latest.current = onValue;
  useEffect(() => {
    const input = field.current;
    if (!input) return undefined;
    const chosen = () => latest.current(input.value);
    // React's own event is that of each move in the picker.
    input.addEventListener('change', chosen);
    return () => input.removeEventListener('change', chosen);
  }, []);
  useEffect(() => {
    if (field.current) field.current.value = value;
  }, [value]);
  return <input ref={field} type="color" aria-label={texts.canvas.otherColor} title={texts.canvas.otherColor} defaultValue={value} />;
}
