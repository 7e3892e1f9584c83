import { Choice } from '../../../components/Choice';
import { texts } from '../../../texts';
import { commands as common } from '../../engine/Command';
import type { OutlineElement } from '../../engine/Outline';
import type { EditStep } from '../../session/editAll';
import { ColorProperty } from '../../picture/ColorProperty';
import type { PropertiesProps } from '../../picture/KindClient';
import { Property, WordsProperty } from '../../picture/Property';
import { classifierKinds, commands, packageShapes, relationshipKinds } from './commands';
import { MemberList } from './MemberList';
import { isClassifier, isLong, isPackage, isRelationship, type ClassifierElement, type ColoredElement, type RelationshipElement } from './outline';

/** The properties of elements of a class diagram; of several those that they have in common. */
export function ClassProperties({ session, report, elements }: PropertiesProps): JSX.Element {
  const [only] = elements.length === 1 ? elements : [];

  /** Does the same to all of them. */
  function editAll(step: (id: string) => EditStep): void {
    report(session.edit(elements.map(({ id }) => step(id))));
  }

  return (
    <>
      {only && !isLong(only) && (
        <WordsProperty
          label={only.isName === true ? texts.canvas.name : texts.canvas.elementText}
          words={only.words}
          onWords={(words) => report(session.edit(common.changeWords(only.id, words.trim()), { selects: only.id }))}
        />
      )}
      <KindProperty elements={elements} editAll={editAll} />
      {only && isRelationship(only) && <EndProperties session={session} report={report} relationship={only} />}
      {elements.every((one) => isClassifier(one) || isPackage(one)) && (
        <WordsProperty
          label={texts.canvas.stereotypes}
          words={shared(elements.map((one) => (one as ClassifierElement).stereotypes?.join(', ') ?? '')) ?? ''}
          onWords={(words) => editAll((id) => commands.changeStereotypes(id, namesOf(words)))}
        />
      )}
      <ColorProperty
        color={elements.every((one) => colorOf(one) === colorOf(elements[0])) ? colorOf(elements[0]) : null}
        onColor={(digits) => editAll((id) => commands.changeColor(id, digits))}
      />
      {only && isClassifier(only) && (
        <Property label={texts.canvas.members}>
          <MemberList key={only.id} session={session} element={only} report={report} />
        </Property>
      )}
    </>
  );
}

type KindProps = Pick<PropertiesProps, 'elements'> & { readonly editAll: (step: (id: string) => EditStep) => void };

/** What they are, if all are of one sort. */
function KindProperty({ elements, editAll }: KindProps): JSX.Element | null {
  const { classifiers, packages, relationships, classifier, packageShape, relationship, otherRelationship } = texts.canvas;
  if (elements.every(isClassifier)) {
    return (
      <Property label={classifier}>
        <Choice
          label={classifier}
          value={shared(elements.map((one) => one.kind))}
          values={classifierKinds}
          nameOf={(kind) => classifiers[kind]}
          onChoice={(kind) => editAll((id) => commands.changeKind(id, kind))}
        />
      </Property>
    );
  }
  if (elements.every(isPackage)) {
    const shape = shared(elements.map((one) => one.shape));
    return (
      <Property label={packageShape}>
        <Choice
          label={packageShape}
          value={packageShapes.find((one) => one === shape)}
          values={packageShapes}
          nameOf={(one) => packages[one]}
          onChoice={(one) => editAll((id) => commands.changeKind(id, one))}
          placeholder={shape ?? ''}
        />
      </Property>
    );
  }
  if (!elements.every(isRelationship)) return null;
  return (
    <Property label={relationship}>
      <Choice
        label={relationship}
        value={shared(elements.map((one) => one.kind))}
        values={relationshipKinds}
        nameOf={(kind) => relationships[kind]}
        onChoice={(kind) => editAll((id) => commands.changeRelationship(id, kind))}
        placeholder={otherRelationship}
      />
    </Property>
  );
}

type EndProps = Pick<PropertiesProps, 'session' | 'report'> & { readonly relationship: RelationshipElement };

/** What stands at both ends: multiplicities and roles. */
function EndProperties({ session, report, relationship }: EndProps): JSX.Element {
  const { id, firstWords, secondWords } = relationship;
  return (
    <>
      {(['first', 'second'] as const).map((end) => (
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
