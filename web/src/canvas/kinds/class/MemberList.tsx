import { IconButton } from '../../../components/IconButton';
import { texts } from '../../../texts';
import type { PictureParts } from '../../picture/KindClient';
import { commands } from './commands';
import type { ClassifierElement } from './outline';
import { WordsField } from '../../picture/WordsField';

type Props = Pick<PictureParts, 'session' | 'report'> & {
  readonly element: ClassifierElement;
  /** Whether one can write at once. */
  readonly isFocused?: boolean;
};

/** The members of a class, each in a field of its own, and an empty one for the next. */
export function MemberList({ session, element, report, isFocused = false }: Props): JSX.Element {
  const { id, features } = element;

  function change(index: number, words: string): void {
    report(session.edit(words.trim() === '' ? commands.removeFeature(id, index) : commands.changeFeature(id, index, words.trim())));
  }

  return (
    <ul className="member-list" aria-label={texts.canvas.members}>
      {features.map((feature, index) => (
        // What stands in a field is known by its place alone: two members may be alike.
        <li key={index}>
          <WordsField label={texts.canvas.member(index + 1)} words={feature} onWords={(words) => change(index, words)} />
          <IconButton
            icon="arrowUp"
            label={texts.canvas.memberUp(feature)}
            disabled={index === 0}
            onClick={() => report(session.edit(commands.moveFeature(id, index, index - 1)))}
          />
          <IconButton
            icon="arrowDown"
            label={texts.canvas.memberDown(feature)}
            disabled={index === features.length - 1}
            onClick={() => report(session.edit(commands.moveFeature(id, index, index + 1)))}
          />
          <IconButton
            icon="trash"
            label={texts.canvas.deleteMember(feature)}
            onClick={() => report(session.edit(commands.removeFeature(id, index)))}
          />
        </li>
      ))}
      <li>
        <WordsField
          label={texts.canvas.newMember}
          words=""
          isForNew
          isFocused={isFocused}
          onWords={(words) => report(session.edit(commands.insertFeature(id, features.length, words.trim())))}
        />
      </li>
    </ul>
  );
}
