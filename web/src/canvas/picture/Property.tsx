import type { ReactNode } from 'react';
import { Choice, type ChoiceProps } from '../../components/Choice';
import { WordsField } from './WordsField';

type Props = { readonly label: string; readonly children: ReactNode };

/** One property, with what it is called above it. */
export function Property({ label, children }: Props): JSX.Element {
  return (
    <div className="property">
      <span aria-hidden="true">{label}</span>
      {children}
    </div>
  );
}

type WordsProps = { readonly label: string; readonly words: string; readonly onWords: (words: string) => void };

/** A property of words. */
export function WordsProperty(props: WordsProps): JSX.Element {
  return (
    <Property label={props.label}>
      <WordsField {...props} placeholder="" />
    </Property>
  );
}

/** A property that is one of a few. */
export function ChoiceProperty<Value extends string>(props: ChoiceProps<Value>): JSX.Element {
  return (
    <Property label={props.label}>
      <Choice {...props} />
    </Property>
  );
}
