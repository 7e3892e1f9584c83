import { texts } from '../../../texts';
import { commands as common, type Command } from '../../engine/Command';
import type { DiagramKind } from '../../engine/DiagramKind';
import type { OutlineElement } from '../../engine/Outline';
import { forElement } from '../../session/editAll';
import { ColorProperty } from '../../picture/ColorProperty';
import type { PropertiesProps } from '../../picture/KindClient';
import { ChoiceProperty, Property, WordsProperty } from '../../picture/Property';
import { classifierKinds, commands, packageShapes, relationshipKindsOf } from './commands';
import { MemberList } from './MemberList';
import {
  endsOf,
  isClassifier,
  isLong,
  isPackage,
  isRelationship,
  type ClassifierElement,
  type ColoredElement,
  type RelationshipElement,
} from './outline';

/** The properties of elements of a class diagram; of several those that they have in common. */
export function ClassProperties({ session, report, elements }: PropertiesProps): JSX.Element {
  const [only] = elements.length === 1 ? elements : [];

  /** Does the same to all of them. */
  function forAll(command: (id: string) => Command): void {
    report(session.edit(elements.map(({ id }) => forElement(id, command))));
  }

  return (
    <>
      {only && !isLong(only) && (
        <WordsProperty
          label={only.isName === true ? texts.canvas.name : texts.canvas.elementText}
          words={only.words}
          onWords={(words) => report(session.edit(common.changeWords(only.id, words.trim())))}
        />
      )}
      <KindProperty kind={session.kind} elements={elements} forAll={forAll} />
      {only && isRelationship(only) && <EndProperties session={session} report={report} relationship={only} />}
      {elements.every((one) => isClassifier(one) || isPackage(one)) && (
        <WordsProperty
          label={texts.canvas.stereotypes}
          words={shared(elements.map((one) => (one as ClassifierElement).stereotypes?.join(', ') ?? '')) ?? ''}
          onWords={(words) => forAll((id) => commands.changeStereotypes(id, namesOf(words)))}
        />
      )}
      <ColorProperty
        color={elements.every((one) => colorOf(one) === colorOf(elements[0])) ? colorOf(elements[0]) : null}
        onColor={(digits) => forAll((id) => commands.changeColor(id, digits))}
      />
      {only && isClassifier(only) && (
        <Property label={texts.canvas.members}>
          <MemberList key={only.id} session={session} element={only} report={report} />
        </Property>
      )}
    </>
  );
}

type KindProps = Pick<PropertiesProps, 'elements'> & {
  readonly kind: DiagramKind;
  readonly forAll: (command: (id: string) => Command) => void;
};

/** What they are, if all are of one sort. */
function KindProperty({ kind, elements, forAll }: KindProps): JSX.Element | null {
  const { classifiers, packages, relationships, classifier, packageShape, relationship, otherRelationship } = texts.canvas;
  if (elements.every(isClassifier)) {
    return (
      <ChoiceProperty
        label={classifier}
        value={shared(elements.map((one) => one.kind))}
        values={classifierKinds}
        nameOf={(kind) => classifiers[kind]}
        onChoice={(kind) => forAll((id) => commands.changeKind(id, kind))}
      />
    );
  }
  if (elements.every(isPackage)) {
    const shape = shared(elements.map((one) => one.shape));
    return (
      <ChoiceProperty
        label={packageShape}
        value={packageShapes.find((one) => one === shape)}
        values={packageShapes}
        nameOf={(one) => packages[one]}
        onChoice={(one) => forAll((id) => commands.changeKind(id, one))}
        placeholder={shape ?? ''}
      />
    );
  }
  if (!elements.every(isRelationship)) return null;
  return (
    <ChoiceProperty
      label={relationship}
      value={shared(elements.map((one) => one.kind))}
      values={relationshipKindsOf(kind)}
      nameOf={(kind) => relationships[kind]}
      onChoice={(kind) => forAll((id) => commands.changeRelationship(id, kind))}
      placeholder={otherRelationship}
    />
  );
}

type EndProps = Pick<PropertiesProps, 'session' | 'report'> & { readonly relationship: RelationshipElement };

/** What stands at both ends: multiplicities and roles. */
function EndProperties({ session, report, relationship }: EndProps): JSX.Element {
  const { id, firstWords, secondWords } = relationship;
  return (
    <>
      {endsOf(relationship).map((end) => (
        <WordsProperty
          key={end}
          label={texts.canvas.atEnd(session.current().outline.element(relationship[end])?.words ?? relationship[end])}
          words={end === 'first' ? firstWords : secondWords}
          onWords={(words) => report(session.edit(commands.changeEnd(id, end, words)))}
        />
      ))}
    </>
  );
}

function colorOf(element: OutlineElement | undefined): number | undefined {
  return (element as ColoredElement | undefined)?.color;
}

/** What all of them are; undefined where they differ. */
function shared<Value>(values: ReadonlyArray<Value>): Value | undefined {
  return values.every((one) => one === values[0]) ? values[0] : undefined;
}

function namesOf(words: string): ReadonlyArray<string> {
  return words
    .split(',')
    .map((one) => one.trim().replace(/^(«|<<)|(»|>>)$/g, ''))
    .filter(Boolean);
}
