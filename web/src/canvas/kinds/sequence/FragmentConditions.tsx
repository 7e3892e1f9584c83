import { IconButton } from '../../../components/IconButton';
import { texts } from '../../../texts';
import type { PictureParts } from '../../picture/KindClient';
import { WordsField } from '../../picture/WordsField';
import { commands } from './commands';
import { hasCondition } from './fragments';
import type { Fragment } from './outline';

type Props = Pick<PictureParts, 'session' | 'report'> & { readonly fragment: Fragment };

/** The conditions of a fragment, each in a field, and of `alt` more cases. */
export function FragmentConditions({ session, report, fragment }: Props): JSX.Element {
  const { id, sort, conditions = [] } = fragment;
  const hasElse = sort === 'alt' && conditions.length > 1 && conditions[conditions.length - 1] === '';
  if (!hasCondition(sort)) return <></>;
  return (
    <>
      {/* Before the fields, and there also when it can't be done: a button is not to come under a pointer that has clicked another. */}
      {sort === 'alt' && (
        <>
          <button type="button" className="button button-quiet" onClick={() => report(session.edit(commands.addOperand(id, texts.canvas.condition)))}>
            {texts.canvas.addCase}
          </button>
          <button
            type="button"
            className="button button-quiet"
            aria-disabled={hasElse}
            onClick={() => !hasElse && report(session.edit(commands.addOperand(id, '')))}
          >
            {texts.canvas.addElse}
          </button>
        </>
      )}
      {conditions.map((condition, index) => (
        // Known by its place alone: two operands may have the same condition.
        <span key={index} className="operand-field">
          <WordsField
            label={index === conditions.length - 1 && hasElse ? 'else' : texts.canvas.conditionOf(index + 1)}
            words={condition}
            onWords={(words) => report(session.edit(commands.changeOperand(id, index, words.trim())))}
          />
          {index > 0 && sort === 'alt' && (
            <IconButton
              icon="x"
              label={texts.canvas.removeOperand(index + 1)}
              onClick={() => report(session.edit(commands.removeOperand(id, index)))}
            />
          )}
        </span>
      ))}
    </>
  );
}
