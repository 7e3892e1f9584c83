import { texts } from '../../../texts';
import type { ChoiceProps } from '../../../components/Choice';
import type { PictureParts } from '../../picture/KindClient';
import type { DiagramSession } from '../../session/DiagramSession';
import { commands } from './commands';
import { fragmentKinds, isSameBlock, statementOf, type Fragment, type FragmentKind, type Statement } from './outline';

/** Fragments whose condition stands in parentheses after their word. */
const withCondition: ReadonlySet<FragmentKind> = new Set(['alt', 'opt', 'loop', 'break', 'ignore', 'consider', 'section']);

export function hasCondition(kind: FragmentKind): boolean {
  return withCondition.has(kind);
}

/** What a new fragment says. */
export function conditionOf(kind: FragmentKind): string {
  return withCondition.has(kind) ? texts.canvas.condition : '';
}

/** The choice of another kind for a fragment: its condition stays where the kind has one. */
export function kindChoice({ session, report }: Pick<PictureParts, 'session' | 'report'>, fragment: Fragment): ChoiceProps<FragmentKind> {
  const { id, sort, conditions = [] } = fragment;
  const words = (kind: FragmentKind) => (hasCondition(kind) ? conditions[0] || texts.canvas.condition : '');
  return {
    label: texts.canvas.fragmentKind,
    value: sort,
    values: fragmentKinds,
    nameOf: (kind) => kind,
    onChoice: (kind) => report(session.edit(commands.changeOperator(id, kind, words(kind)))),
  };
}

/**
 * Puts statements into a fragment, with all that stands between them; it is selected then. Of statements that stand in others, those are meant.
 *
 * @returns Why it could not be done; null when it was.
 */
export function wrap(session: DiagramSession, ids: ReadonlyArray<string>, kind: FragmentKind): string | null {
  const { outline } = session.current();
  const chosen = ids.flatMap((id) => statementOf(outline, id) ?? []).sort((one, other) => one.start - other.start);
  let [first, last] = [chosen[0], chosen[chosen.length - 1]];
  const owner = (one: Statement | undefined) => one && statementOf(outline, one.owner);
  // Outwards until both stand in one block.
  while (first && last && !isSameBlock(first, last)) {
    if (depth(last, owner) >= depth(first, owner)) last = owner(last);
    else first = owner(first);
  }
  if (!first || !last) return 'noSuchElement';
  return session.edit(commands.wrap(first.id, last.id, kind, conditionOf(kind)), { selectsNew: true });
}

function depth(statement: Statement, owner: (one: Statement) => Statement | undefined): number {
  let count = 0;
  for (let one = owner(statement); one; one = owner(one)) count++;
  return count;
}
