import { IconButton } from '../../../components/IconButton';
import { texts } from '../../../texts';
import { isPinned } from '../../engine/Layout';
import type { ElementToolsProps } from '../../picture/KindClient';
import { ClassifierTools } from './ClassifierTools';
import { commands } from './commands';
import { isClassifier, isPackage, isRelationship } from './outline';
import { RelationshipTools } from './RelationshipTools';

/** What can be done with an element of a class diagram. */
export function ClassElementTools(props: ElementToolsProps): JSX.Element {
  const { session, element, report } = props;
  return (
    <>
      {isClassifier(element) && <ClassifierTools {...props} key={element.id} element={element} />}
      {isRelationship(element) && <RelationshipTools {...props} key={element.id} element={element} />}
      {isPackage(element) && (
        <button type="button" className="button button-quiet" onClick={() => report(session.edit(commands.unwrap(element.id)))}>
          {texts.canvas.unwrapPackage}
        </button>
      )}
      {/* There also while there is nothing to be forgotten: what follows is not to come under a pointer that has clicked. */}
      {element.id in session.positions && (
        <IconButton
          icon={isRelationship(element) ? 'minus' : 'pin'}
          label={isRelationship(element) ? texts.canvas.straighten : texts.canvas.unpin}
          disabled={!isPinned(session.current().layout[element.id])}
          onClick={() => session.arrange([element.id])}
        />
      )}
    </>
  );
}
