import { ElementToolbar } from './ElementToolbar';
import { PictureTools } from './PictureTools';
import { PropertiesPanel } from './PropertiesPanel';
import { SelectionToolbar } from './SelectionToolbar';
import { Toolbox } from './Toolbox';
import type { PictureModel } from './usePicture';
import { isOnControl, pointerOf } from './usePointer';
import { useStoredFlag } from './useStoredFlag';

type Props = {
  readonly model: PictureModel;
  /** Whether the focus is on the picture, or on something over it. */
  readonly isActive: boolean;
};

/** What stands around the picture: tools, what can be done with the selected element, properties, and the view. */
export function PictureBars({ model, isActive }: Props): JSX.Element {
  const { session, kind, element, controls, parts, toolbox, tracker, chosen, isQuiet, focus } = model;
  const [hasProperties, setProperties] = useStoredFlag('zenuml-properties');
  return (
    <>
      <Toolbox
        groups={kind.toolbox}
        chosen={toolbox.chosen}
        onChoose={(item) => {
          toolbox.choose(item);
          focus();
        }}
        onDrag={(event) => tracker.hover({ x: event.clientX, y: event.clientY })}
        onDrop={(event) => {
          const under = document.elementFromPoint(event.clientX, event.clientY);
          if (under && element.current?.contains(under) && !isOnControl({ target: under })) tracker.drop(pointerOf(event));
        }}
      />
      {toolbox.chosen && (
        <p className="tool-hint" aria-hidden="true">
          <b>{toolbox.chosen.label}</b> {toolbox.chosen.hint}
        </p>
      )}
      {isActive && chosen && isQuiet && <ElementToolbar {...parts} kind={kind} element={chosen} />}
      {isActive && !chosen && isQuiet && model.state.selection.length > 1 && <SelectionToolbar kind={kind} parts={parts} />}
      <PictureTools
        controls={controls}
        hasGrid={model.hasGrid}
        onGrid={model.toggleGrid}
        hasProperties={hasProperties}
        onProperties={() => setProperties(!hasProperties)}
        onArrange={kind.hasPlaces ? () => session.arrange(null) : null}
      />
      {hasProperties && <PropertiesPanel kind={kind} parts={parts} />}
    </>
  );
}
