import { useId, type InputHTMLAttributes, type ReactNode, type Ref } from 'react';

type Props = {
  label: string;
  error?: string | undefined;
  hint?: string | undefined;
  /** Stands in the field, at its end. */
  end?: ReactNode;
  inputRef?: Ref<HTMLInputElement> | undefined;
} & InputHTMLAttributes<HTMLInputElement>;

/** A text field with its name above it, and what is wrong with it below. */
export function Field({ label, error, hint, end, inputRef, ...input }: Props): JSX.Element {
  const id = useId();
  const note = error ?? hint;
  return (
    <div className={error ? 'field field-wrong' : 'field'}>
      <label htmlFor={id}>{label}</label>
      <div className="field-box">
        <input ref={inputRef} {...input} id={id} aria-invalid={error ? true : undefined} aria-describedby={note ? `${id}-note` : undefined} />
        {end}
      </div>
      {note && (
        <p id={`${id}-note`} className={error ? 'field-error' : 'field-hint'} role={error ? 'alert' : undefined}>
          {note}
        </p>
      )}
    </div>
  );
}
