export type ChoiceProps<Value extends string> = {
  /** What is chosen; none of the values if there is nothing to be said. */
  readonly value: Value | undefined;
  readonly label: string;
  readonly values: ReadonlyArray<Value>;
  readonly nameOf: (value: Value) => string;
  readonly onChoice: (value: Value) => void;
  /** Stands there while nothing is chosen. */
  readonly placeholder?: string;
};

/** A list from which one is chosen. */
export function Choice<Value extends string>({ value, label, values, nameOf, onChoice, placeholder }: ChoiceProps<Value>): JSX.Element {
  return (
    <select aria-label={label} value={value ?? ''} onChange={(event) => onChoice(event.target.value as Value)}>
      {value === undefined && (
        <option value="" disabled>
          {placeholder}
        </option>
      )}
      {values.map((one) => (
        <option key={one} value={one}>
          {nameOf(one)}
        </option>
      ))}
    </select>
  );
}
